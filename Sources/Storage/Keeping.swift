/// What a commit is kept through once it has returned.
package enum Keeping: Sendable {
    /// It is on the disk.
    case throughPowerCuts
    /// It outlives this process, however that ends, and is on the disk with the next commit that is kept through power cuts. A machine that
    /// loses its power before may forget it, as if it had never been; what was committed before it is not forgotten. Others need not be told of
    /// it (``Database/changes()``): it is for what a process writes for itself a thousand times a second.
    case throughKills
}
