using Microsoft.AspNetCore.Mvc.Rendering;

namespace Audit.Web.Charts;

/// <summary>One cell of the table beside a chart.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Href">Where it leads; null without a link.</param>
internal sealed record ChartCell(string Text, string? Href = null)
{
    public static implicit operator ChartCell(string text) => new(text);
}

/// <summary>One column of such a table.</summary>
/// <param name="Head">Its heading.</param>
/// <param name="IsNumber">Whether it holds numbers, which stand to the right.</param>
internal sealed record ChartColumn(string Head, bool IsNumber = false);

/// <summary>The table that says what a chart shows, for who reads figures or cannot see the drawing.</summary>
/// <param name="id">Id of its caption; unique on the page.</param>
/// <param name="caption">What it is about.</param>
/// <param name="columns">From left to right; the first names the row.</param>
internal sealed class ChartTable(string id, string caption, params ChartColumn[] columns)
{
    private readonly List<ChartCell[]> rows = [];

    public void Add(params ChartCell[] cells) => rows.Add(cells);

    public TagBuilder Build()
    {
        var table = Element("table", "utrecht-table utrecht-table--html-table");
        var title = Element("caption");
        title.Attributes["id"] = id;
        title.InnerHtml.Append(caption);
        table.InnerHtml.AppendHtml(title);
        var head = Element("thead");
        head.InnerHtml.AppendHtml(Row([.. columns.Select(column => new ChartCell(column.Head))], isHead: true));
        table.InnerHtml.AppendHtml(head);
        var body = Element("tbody");
        rows.ForEach(row => body.InnerHtml.AppendHtml(Row(row, isHead: false)));
        table.InnerHtml.AppendHtml(body);
        return Scrolling(table, ("aria-labelledby", id));
    }

    /// <summary>A region that scrolls sideways, also by keyboard, when its content is wider than the page.</summary>
    public static TagBuilder Scrolling(TagBuilder content, (string Attribute, string Value) name)
    {
        var region = Element("div", "table-scroll");
        region.Attributes["role"] = "region";
        region.Attributes["tabindex"] = "0";
        region.Attributes[name.Attribute] = name.Value;
        region.InnerHtml.AppendHtml(content);
        return region;
    }

    private TagBuilder Row(ChartCell[] cells, bool isHead)
    {
        var row = Element("tr");
        for (var column = 0; column < cells.Length; column++)
        {
            var isName = isHead || column == 0;
            var cell = Element(isName ? "th" : "td", columns[column].IsNumber ? "numeric" : null);
            if (isName)
            {
                cell.Attributes["scope"] = isHead ? "col" : "row";
            }

            Fill(cell, cells[column]);
            row.InnerHtml.AppendHtml(cell);
        }

        return row;
    }

    private static void Fill(TagBuilder place, ChartCell cell)
    {
        if (cell.Href is not { } href)
        {
            place.InnerHtml.Append(cell.Text);
            return;
        }

        var link = Element("a", "utrecht-link utrecht-link--html-a");
        link.Attributes["href"] = href;
        link.InnerHtml.Append(cell.Text);
        place.InnerHtml.AppendHtml(link);
    }

    private static TagBuilder Element(string name, string? cssClass = null)
    {
        var element = new TagBuilder(name);
        if (cssClass is not null)
        {
            element.Attributes["class"] = cssClass;
        }

        return element;
    }
}
