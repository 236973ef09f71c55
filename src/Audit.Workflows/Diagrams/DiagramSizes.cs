namespace Audit.Workflows.Diagrams;

/// <summary>Sizes of the drawing. Unit: pixels.</summary>
internal static class DiagramSizes
{
    public const int StepWidth = 304;
    public const int StepPadding = 14;
    public const int DecisionPadding = 32;

    /// <summary>How far the left and right points of a decision stick out.</summary>
    public const int DecisionPoint = 20;

    public const int StepTop = 12;
    public const int StepBottom = 12;
    public const int NameLine = 20;
    public const int DetailLine = 18;
    public const int NameLines = 2;
    public const int DetailLines = 2;

    public const int MarkWidth = 96;
    public const int MarkHeight = 32;

    public const int FramePadding = 24;
    public const int FrameTop = 12;

    /// <summary>Between two rows; room for an arrow and its words.</summary>
    public const int RowGap = 36;

    /// <summary>Between two lines at the side of a box; room for the words above each.</summary>
    public const int PortGap = 20;

    public const int LaneGap = 16;

    /// <summary>Between a box and the nearest lane when no words stand there; room for an arrowhead.</summary>
    public const int LeastReach = 28;

    /// <summary>Around words beside a line.</summary>
    public const int LabelMargin = 10;

    /// <summary>Around the whole drawing.</summary>
    public const int Margin = 24;

    public static Font Name { get; } = new(15, Bold: true);

    public static Font Detail { get; } = new(13);
}
