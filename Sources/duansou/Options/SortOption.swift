public import ArgumentParser
public import ReportSearch
package import ResultFormats

extension HitOrder: ExpressibleByArgument {}
extension Concordance.Order: ExpressibleByArgument {}
