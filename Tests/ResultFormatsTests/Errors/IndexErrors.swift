import ReportSearch
import TestSupport

/// A sample of each `IndexError`.
enum IndexErrorSamples: ErrorSamples {
  enum Name: CaseIterable {
    case missing, notAnIndex, otherFormat, otherFolding, inaccessible, damaged, busy, changed,
      replaced, server, notAFile, alreadyThere, copyDiffers, unknownReport, ambiguousReport,
      unknownParagraph
  }

  static func name(of error: IndexError) -> Name {
    switch error.kind {
    case .missing: .missing
    case .notAnIndex: .notAnIndex
    case .otherFormat: .otherFormat
    case .otherFolding: .otherFolding
    case .inaccessible: .inaccessible
    case .damaged: .damaged
    case .busy: .busy
    case .changed: .changed
    case .replaced: .replaced
    case .server: .server
    case .notAFile: .notAFile
    case .alreadyThere: .alreadyThere
    case .copyDiffers: .copyDiffers
    case .unknownReport: .unknownReport
    case .ambiguousReport: .ambiguousReport
    case .unknownParagraph: .unknownParagraph
    }
  }

  static var samples: [IndexError] {
    let ofFiles: [IndexError.Kind] = [
      .missing, .notAnIndex, .otherFormat(found: 2, supported: 1),
      .otherFolding(found: "0/甲", current: "1/乙"), .inaccessible(code: 13, message: "disk is full"),
      .damaged(message: "a page is missing"),
      .busy(nil), .busy(LockHolder(process: 4711, name: "duansou")), .changed,
      .replaced,
      .unknownReport("r12"), .ambiguousReport("r"), .unknownParagraph("r12.0"),
      .alreadyThere, .copyDiffers(table: "paragraph"),
    ]
    let ofServers: [IndexError.Kind] = [
      .missing, .otherFormat(found: 2, supported: 1), .otherFolding(found: "0/甲", current: "1/乙"),
      .damaged(message: "paragraph 7 is missing"), .server(.failure(message: "Connection refused")),
      .notAFile, .alreadyThere, .busy(nil), .server(.noCoordinator),
      .server(.alreadyShard("duansou_shard_1")), .server(.otherShard), .server(.onShards),
    ]
    let withoutAddress: [IndexError.Kind] = [
      .server(.malformedAddress), .server(.passwordInAddress), .server(.unsupported),
    ]
    return ofFiles.map { IndexError(path: "index/reports.sqlite", kind: $0) }
      + ofServers.map { IndexError(path: "postgresql://reader@host/reports", kind: $0) }
      + withoutAddress.map { IndexError(path: "postgresql://…", kind: $0) }
  }
}

/// A sample of each `IndexError.ServerFault`.
enum ServerFaultSamples: ErrorSamples {
  enum Name: CaseIterable {
    case failure, unsupported, malformedAddress, passwordInAddress, onShards, noCoordinator,
      alreadyShard, otherShard
  }

  static func name(of fault: IndexError.ServerFault) -> Name {
    switch fault {
    case .failure: .failure
    case .unsupported: .unsupported
    case .malformedAddress: .malformedAddress
    case .passwordInAddress: .passwordInAddress
    case .onShards: .onShards
    case .noCoordinator: .noCoordinator
    case .alreadyShard: .alreadyShard
    case .otherShard: .otherShard
    }
  }

  static var samples: [IndexError.ServerFault] {
    IndexErrorSamples.samples.compactMap { error in
      if case .server(let fault) = error.kind { fault } else { nil }
    }
  }
}

/// A sample of each `IndexFault`.
enum IndexFaultSamples: ErrorSamples {
  enum Name: CaseIterable {
    case file, lists, table, tokens, attributes, copies, report, source
  }

  static func name(of error: IndexFault) -> Name {
    switch error {
    case .file: .file
    case .lists: .lists
    case .table: .table
    case .tokens: .tokens
    case .attributes: .attributes
    case .copies: .copies
    case .report: .report
    case .source: .source
    }
  }

  static var samples: [IndexFault] {
    [
      .file("row 3 missing from index"), .lists("malformed inverted index"),
      .table("report 7 is missing"), .tokens(paragraph: "r12.3"), .attributes(paragraph: "r12.3"),
      .copies(paragraph: "r12.3"), .report("r12"), .source(path: "/报告/甲.txt"),
    ]
  }
}

/// A sample of each `UnreadablePages`.
enum UnreadablePagesSamples: ErrorSamples {
  enum Name: CaseIterable {
    case version, structure, page, positions, paragraph
  }

  static func name(of error: UnreadablePages) -> Name {
    switch error {
    case .version: .version
    case .structure: .structure
    case .page: .page
    case .positions: .positions
    case .paragraph: .paragraph
    }
  }

  static var samples: [UnreadablePages] {
    [
      .version(5), .structure, .page(137_438_953_473), .positions, .paragraph(70_000),
    ]
  }
}
