import HTTPTypes
import ResultFormats

/// A page: a template and the values it is rendered with.
protocol Page {
  /// The name of the template.
  var template: String { get }
  /// The title of the window.
  var title: String { get }
  /// The values for the template.
  var view: View { get }
}

/// A page with an error message.
struct ErrorPage: Page {
  let template = "error"
  let title: String
  let view: View

  init(_ error: WebError, _ language: Language) {
    title = language.choose("段搜", "duansou")
    view = ["message": error.message(in: language), "status": error.status.code]
  }
}
