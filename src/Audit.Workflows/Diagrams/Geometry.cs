namespace Audit.Workflows.Diagrams;

/// <summary>A place in the drawing. Unit: pixels from the top left corner.</summary>
public readonly record struct Point(int X, int Y)
{
    public Point MovedBy(int right, int down) => new(X + right, Y + down);
}

/// <summary>A rectangle in the drawing.</summary>
public readonly record struct Box(int X, int Y, int Width, int Height)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;

    public Box MovedBy(int right, int down) => new(X + right, Y + down, Width, Height);

    /// <summary>Whether the two share any of their surface.</summary>
    public bool Overlaps(Box other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    /// <summary>Whether the other lies wholly within this one.</summary>
    public bool Contains(Box other) => X <= other.X && other.Right <= Right && Y <= other.Y && other.Bottom <= Bottom;
}
