import TextAnalysis

/// Infers a report's year, document type, issuer and region, and those of its sections and
/// paragraphs.
///
/// ```
/// title, headings → type → year → sections → years of the text → conflict → regions → clauses
/// ```
///
/// Attribution can be repeated when metadata or corrections change.
struct ReportAttribution {
  let sourceName: String
  /// True if the file contains only this report, so that its name is evidence.
  let isAlone: Bool

  /// Sets all inferred attributes of a report and its paragraphs.
  ///
  /// - Complexity: O(*n*) in the bytes of the text.
  func attribute(_ report: inout Report) {
    report.title = report.told(\.title)?.value ?? report.head.title
    let type =
      report.told(\.documentType)?.value
      ?? DocumentType(title: report.title, paragraphs: report.paragraphs)
    report.documentType = type
    let isDelivered = DeliveredDocument.isOne(
      title: report.title, type: type, paragraphs: report.paragraphs)
    let signature = SignatureBlock(of: report.paragraphs)
    report.issuer = issuer(of: report, signature)
    var year = year(of: report, isDelivered: isDelivered, signature)
    let sections = Sections.sections(
      of: report.paragraphs, in: type, title: report.title, isDelivered: isDelivered,
      year: year.year)
    var evidence =
      type == .law
      ? []
      : ExplicitYears.evidence(in: report.paragraphs) { place in
        // A delivered document looks ahead except in sections marked as review.
        sections[place].kind == .plan || isDelivered && sections[place].kind == .other
      }
    if year.year == nil, !isDelivered {
      year = MajorityYear.year(in: evidence, isPlan: type.isPlan)
    }
    if let signature { evidence.append(signature.evidence) }
    report.year = year
    report.yearConflict =
      type == .program ? nil : YearConflict(of: year, against: evidence, isPlan: type.isPlan)
    let regions = RegionAttribution.regions(of: report, sourceName: sourceName)
    report.region = regions.report
    for place in report.paragraphs.indices {
      report.paragraphs[place].section = sections[place].kind
      report.paragraphs[place].region = regions.paragraphs[place]
    }
    MentionAttribution.attribute(&report, isSectionTold: sections.map(\.isTold))
  }

  private var fileName: String { SourceReader.withoutExtension(sourceName) }

  /// Returns the year of a report from every source except the majority of years in its text.
  private func year(
    of report: Report, isDelivered: Bool, _ signature: SignatureBlock?
  ) -> ReportYear {
    if let told = report.told(\.year) {
      return ReportYear(
        year: told.value, basis: told.isCorrection ? .manual : .metadata,
        evidence: "\(told.value)")
    }
    // A first line or page title counts as the title only if it is worded like one.
    if report.told(\.title) != nil || report.head.isTitled
      || report.title != fileName && TitleType.isTitle(report.title)
    {
      let year = TitleYear.year(ofTitle: report.title)
      if year.year != nil { return year }
    }
    let type = report.documentType
    let day = DeliveredDocument.day(below: report.paragraphs)
    if isAlone {
      let year = FileNameYear.year(ofFile: fileName) { year in
        // A text is written in its year or the year after.
        let written = [day?.date.year, signature?.date.year].compactMap(\.self)
        return written.contains { $0 == year || $0 == year + 1 }
          || ExplicitYears.evidence(in: report.paragraphs) { _ in false }.contains {
            $0.year == year
          }
      }
      if year.year != nil { return year }
    }
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

  private func issuer(of report: Report, _ signature: SignatureBlock?) -> Issuer? {
    if let told = report.told(\.issuer) {
      return Issuer(name: told.value, basis: told.isCorrection ? .manual : .metadata)
    }
    if let name = TitleIssuer.name(in: report.title, of: report.documentType) {
      return Issuer(name: name, basis: .title)
    }
    if let name = TitleIssuer.name(above: report.paragraphs) {
      return Issuer(name: name, basis: .title)
    }
    if let senders = signature?.senders, !senders.isEmpty {
      return Issuer(name: senders.joined(separator: "、"), basis: .signature)
    }
    return report.head.metadata.publisher.map { Issuer(name: $0, basis: .page) }
  }
}
