import Reporting
@main struct NNB { static func main() {} }
