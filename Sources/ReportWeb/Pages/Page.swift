import HTTPTypes
import ResultFormats

/// A page: a template, and what it is filled with.
protocol Page {
  /// The name of the template.
  var template: String { get }
  /// The title of the window.
  var title: String { get }
  /// What the template is filled with.
  var view: View { get }
}

/// A page that says why there is no other.
struct ErrorPage: Page {
  let template = "error"
  let title: String
  let view: View

  init(_ error: WebError, _ language: Language) {
    title = language.choose("段搜", "duansou")
    view = ["message": error.message(in: language), "status": error.status.code]
  }
}
