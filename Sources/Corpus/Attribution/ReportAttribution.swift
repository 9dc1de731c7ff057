import TextAnalysis

/// Tells of reports that were split what they are: whose year, which kind, by whom.
///
/// ```
/// title, headings → type → year → sections → years of the text → conflict
/// ```
struct ReportAttribution {
  /// The name of the file without its extension.
  let fileName: String
  /// Whether the file holds this report only, so that its name is evidence.
  let isAlone: Bool

  /// Returns a report with its year, its type, its issuer and the sections of its paragraphs.
  ///
  /// - Complexity: O(*n*) in the bytes of the text.
  func attributed(_ report: Report) -> Report {
    let type = DocumentType(title: report.title, paragraphs: report.paragraphs)
    let isDelivered = DeliveredDocument.isOne(
      title: report.title, type: type, paragraphs: report.paragraphs)
    let signature = SignatureBlock(of: report.paragraphs)
    var year = year(of: report, type, isDelivered: isDelivered, signature)
    let sections = Sections.kinds(
      of: report.paragraphs, in: type, title: report.title, isDelivered: isDelivered,
      year: year.year)
    var evidence =
      type == .law
      ? []
      : ExplicitYears.evidence(in: report.paragraphs) { place in
        // What is delivered looks ahead wherever it does not say that it looks back.
        sections[place] == .plan || isDelivered && sections[place] == .other
      }
    if year.year == nil, !isDelivered {
      year = MajorityYear.year(in: evidence, isPlan: type.isPlan)
    }
    if let signature { evidence.append(signature.evidence) }
    return Report(
      part: report.part, title: report.title, year: year,
      yearConflict: type == .program
        ? nil : YearConflict(of: year, against: evidence, isPlan: type.isPlan),
      documentType: type, issuer: issuer(of: report, type, signature),
      publishDate: report.publishDate, metadata: report.metadata,
      paragraphs: zip(report.paragraphs, sections).map { $0.in($1) })
  }

  /// The year of a report as far as it is known without its text.
  private func year(
    of report: Report, _ type: DocumentType, isDelivered: Bool, _ signature: SignatureBlock?
  ) -> ReportYear {
    if report.year.basis == .metadata || report.year.basis == .title { return report.year }
    // A first line or a page's title is a title as far as it is called like a document.
    if report.title != fileName, TitleType.isTitle(report.title) {
      let year = TitleYear.year(ofTitle: report.title)
      if year.year != nil { return year }
    }
    if isAlone {
      let year = FileNameYear.year(ofFile: fileName)
      if year.year != nil { return year }
    }
    let day = DeliveredDocument.day(below: report.paragraphs)
    if isDelivered, let day {
      return ReportYear(year: day.date.year, basis: .signature, evidence: day.line)
    }
    if type != .law {
      let heading = HeadingYear.year(of: report.paragraphs, in: type, isDelivered: isDelivered)
      if heading.year != nil { return heading }
    }
    func about(_ year: Int, _ month: Int) -> Int {
      ReportingSeason.year(year, month: month, of: type, title: report.title)
    }
    if let signed = signature.map({ ($0.date, $0.line) }) ?? day {
      return ReportYear(
        year: about(signed.0.year, signed.0.month), basis: .signature, evidence: signed.1)
    }
    if let date = report.publishDate {
      return ReportYear(
        year: about(date.year, date.month), basis: .published, evidence: date.iso8601)
    }
    return .unknown
  }

  private func issuer(
    of report: Report, _ type: DocumentType, _ signature: SignatureBlock?
  ) -> Issuer? {
    if let name = report.metadata.issuer { return Issuer(name: name, basis: .metadata) }
    if let name = TitleIssuer.name(in: report.title, of: type) {
      return Issuer(name: name, basis: .title)
    }
    if let name = TitleIssuer.name(above: report.paragraphs) {
      return Issuer(name: name, basis: .title)
    }
    if let senders = signature?.senders, !senders.isEmpty {
      return Issuer(name: senders.joined(separator: "、"), basis: .signature)
    }
    return report.metadata.publisher.map { Issuer(name: $0, basis: .page) }
  }
}
