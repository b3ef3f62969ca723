namespace Athene.Cli.Output;

/// <summary>Colours of a terminal, or nothing where there is none.</summary>
internal readonly record struct Style(bool Colour)
{
    public string Good(string text) => Paint("32", text);

    public string Warning(string text) => Paint("33", text);

    public string Bad(string text) => Paint("31", text);

    public string Quiet(string text) => Paint("2", text);

    public string Strong(string text) => Paint("1", text);

    private string Paint(string code, string text) => Colour ? $"\e[{code}m{text}\e[0m" : text;
}
