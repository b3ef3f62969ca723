using System.Globalization;

namespace Athene.Session.Machine.Memory;

/// <summary>The memory that Linux says new programs can have without swapping (<c>MemAvailable</c>).</summary>
/// <param name="file">Usually <c>/proc/meminfo</c>.</param>
public sealed class ProcFreeMemory(string file) : IFreeMemory
{
    public const string Usual = "/proc/meminfo";

    private const string Field = "MemAvailable:";

    public int? AvailableMb
    {
        get
        {
            if (!File.Exists(file)) return null;
            var line = File.ReadLines(file).FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal));
            var amount = line?[Field.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
            return long.TryParse(amount, NumberStyles.None, CultureInfo.InvariantCulture, out var kibibytes) ? (int)(kibibytes / 1024) : null;
        }
    }
}
