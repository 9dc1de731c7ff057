public import ArgumentParser
public import ReportSearch
public import ResultFormats

extension HitOrder: ExpressibleByArgument {}
extension Concordance.Order: ExpressibleByArgument {}
