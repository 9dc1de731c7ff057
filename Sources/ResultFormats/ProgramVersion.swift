/// The version of duansou's programs.
package let programVersion = "0.1.0"
