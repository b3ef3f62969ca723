using System.Text;

namespace Athene.Sidecar.Faults.App;

/// <summary>Where the app says what it did: one line an effect, in a file that outlives a kill. A line is written at once, so none is ever half there.</summary>
internal sealed class EffectLog(string path) : IDisposable
{
    private readonly Lock gate = new();
    private readonly FileStream file = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

    public void Add(params IEnumerable<string> words)
    {
        var line = Encoding.UTF8.GetBytes(string.Join(' ', words) + "\n");
        lock (gate) file.Write(line);
    }

    public void Dispose() => file.Dispose();
}
