import Foundation
import ResultFormats

/// The language that this run speaks.
let language = Language(environment: ProcessInfo.processInfo.environment)

/// Chooses between the two forms of a text.
func say(_ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
  language.choose(chinese(), english())
}
