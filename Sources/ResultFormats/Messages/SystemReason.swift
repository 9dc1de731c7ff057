import Foundation

/// The system's reasons for refusing something.
package enum SystemReason {
  /// The reason that an `errno` stands for; in Chinese for the common ones, else as the system says it.
  package static func text(of code: Int32, in language: Language) -> String {
    let english = String(cString: strerror(code))
    switch code {
    case ENOENT: return language.choose("没有这个文件或文件夹", english)
    case EACCES, EPERM: return language.choose("没有权限", english)
    case EISDIR: return language.choose("是一个文件夹", english)
    case ENOTDIR: return language.choose("路径中间有一个不是文件夹", english)
    case ENOSPC: return language.choose("磁盘已满", english)
    case EFBIG: return language.choose("文件超过系统允许的大小", english)
    case EROFS: return language.choose("磁盘只能读", english)
    case EIO: return language.choose("磁盘读写出错", english)
    case EMFILE, ENFILE: return language.choose("打开的文件太多", english)
    default: return english
    }
  }
}
