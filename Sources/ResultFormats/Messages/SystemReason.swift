import Foundation

/// Descriptions of the system's error codes.
package enum SystemReason {
  /// Returns the description of an `errno`: in Chinese for common codes if that is the language,
  /// else the text of `strerror`.
  package static func text(of code: Int32, in language: Language) -> String {
    let english = String(cString: strerror(code))
    switch code {
    case ENOENT: return language.choose("文件或文件夹不存在", english)
    case EACCES, EPERM: return language.choose("没有权限", english)
    case EISDIR: return language.choose("是文件夹，不是文件", english)
    case ENOTDIR: return language.choose("路径中有一级不是文件夹", english)
    case ENOSPC: return language.choose("磁盘已满", english)
    case EFBIG: return language.choose("文件超过系统允许的大小", english)
    case EROFS: return language.choose("文件系统只读", english)
    case EIO: return language.choose("磁盘读写出错", english)
    case EMFILE, ENFILE: return language.choose("打开的文件过多", english)
    default: return english
    }
  }
}
