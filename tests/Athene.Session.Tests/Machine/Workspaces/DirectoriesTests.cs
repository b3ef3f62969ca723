using Athene.Session.Machine.Workspaces;

namespace Athene.Session.Tests.Machine.Workspaces;

public sealed class DirectoriesTests
{
    private const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.UserExecute;

    [Fact]
    public void MakeWritable_opens_what_lies_below_and_follows_no_link()
    {
        using var home = new TemporaryDirectory();
        var inside = Directory.CreateDirectory(home.Combine("workspace", "a", "b"));
        var outside = Directory.CreateDirectory(home.Combine("outside"));
        Directory.CreateSymbolicLink(home.Combine("workspace", "link"), outside.FullName);
        inside.UnixFileMode = ReadOnly;
        outside.UnixFileMode = ReadOnly;

        Directories.MakeWritable(new DirectoryInfo(home.Combine("workspace")));

        new DirectoryInfo(inside.FullName).UnixFileMode.ShouldBe(ReadOnly | UnixFileMode.UserWrite);
        new DirectoryInfo(outside.FullName).UnixFileMode.ShouldBe(ReadOnly);
        outside.UnixFileMode = ReadOnly | UnixFileMode.UserWrite;
    }

    [Fact]
    public void Delete_of_what_is_gone_is_no_error()
    {
        using var home = new TemporaryDirectory();

        Should.NotThrow(() => Directories.Delete(home.Combine("gone")));
    }
}
