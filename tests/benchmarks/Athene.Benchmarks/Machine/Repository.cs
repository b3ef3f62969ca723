namespace Athene.Benchmarks.Machine;

/// <summary>A git repository with one commit.</summary>
internal static class Repository
{
    private const int FilesInDirectory = 100;

    public static async Task CreateAsync(string path, int files)
    {
        for (var number = 0; number < files; number++)
        {
            var directory = Path.Combine(path, $"part-{number / FilesInDirectory}");
            Directory.CreateDirectory(directory);
            await File.WriteAllTextAsync(Path.Combine(directory, $"file-{number}.txt"), string.Concat(Enumerable.Repeat($"Line of file {number}.\n", 40)));
        }

        await Shell.RunAsync("git", ["init", "--quiet", "--initial-branch=main"], path);
        await Shell.RunAsync("git", ["add", "--all"], path);
        await Shell.RunAsync("git", ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "--quiet", "--message", "Begin"], path);
    }
}
