/// The version of duansou's programs.
public let programVersion = "0.1.0"
