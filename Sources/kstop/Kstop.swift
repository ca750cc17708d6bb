@main
struct Kstop {
    static func main() {}
}
