internal import ArgumentParser

@main enum Main {
  static func main() async {
    await Forge.main(FormerSpelling.replaced(in: Array(CommandLine.arguments.dropFirst())))
  }
}
