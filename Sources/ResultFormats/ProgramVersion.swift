/// The version of the programs.
public let programVersion = "0.1.0"
