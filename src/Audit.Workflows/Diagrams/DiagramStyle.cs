namespace Audit.Workflows.Diagrams;

/// <summary>Colours of a drawing in a file of its own; the paper is white, also where the reader's screen is dark.</summary>
public static class DiagramStyle
{
    /// <summary>A style sheet. Every colour of text has a contrast of at least 4.5 to 1 with what lies below it.</summary>
    public const string Css = """

        .workflow { background: #fff; font-family: "Noto Sans", "Liberation Sans", Arial, sans-serif; print-color-adjust: exact; }
        .workflow__paper { fill: #fff; }
        .workflow__step { fill: #fff; stroke: #00568b; stroke-width: 1.5; }
        .workflow__step--automatic { fill: #eff1f3; stroke: #586c88; stroke-dasharray: 5 3; }
        .workflow__step--wait { fill: #fff3c4; stroke: #8a6a00; }
        .workflow__step--decision { fill: #e3f3fd; stroke: #00568b; }
        .workflow__frame { fill: #f9f9fa; stroke: #586c88; }
        .workflow__frame--parallel { fill: #f1f6fb; stroke: #00568b; }
        .workflow__name { fill: #001a40; }
        .workflow__detail { fill: #3d5374; }
        .workflow__line { stroke: #586c88; stroke-width: 1.5; }
        .workflow__arrow { fill: #586c88; }
        .workflow__label { fill: #001a40; stroke: #fff; stroke-width: 3; paint-order: stroke; }
        .workflow__mark { fill: #001a40; }
        .workflow__mark-text { fill: #fff; }
        .workflow__count { fill: #00568b; }
        .workflow__count--fault { fill: #a50000; }
        .workflow__count-text { fill: #fff; }

        """;
}
