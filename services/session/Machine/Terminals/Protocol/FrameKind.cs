namespace Athene.Session.Machine.Terminals.Protocol;

/// <summary>What a frame between a terminal host and its clients holds.</summary>
internal enum FrameKind : byte
{
    /// <summary>A <see cref="HostRequest"/> as JSON; the first frame of every connection.</summary>
    Request = 1,

    /// <summary>The answer to it as JSON.</summary>
    Answer = 2,

    /// <summary>Why there is none: a problem document as JSON.</summary>
    Failure = 3,

    /// <summary>Bytes of a terminal's program, to whoever is attached.</summary>
    Output = 4,

    /// <summary>Bytes that an attached person typed.</summary>
    Input = 5,

    /// <summary>The size of an attached person's terminal: columns and rows, two bytes each, the higher first.</summary>
    Resize = 6,
}
