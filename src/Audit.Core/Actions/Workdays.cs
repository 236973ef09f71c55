namespace Audit.Core.Actions;

/// <summary>Days on which people are reminded: Monday to Friday; public holidays count as well.</summary>
public static class Workdays
{
    /// <summary>Whether a day is a working day.</summary>
    /// <param name="day">A Dutch calendar day.</param>
    public static bool Includes(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The first working day after a day.</summary>
    /// <param name="day">A Dutch calendar day.</param>
    public static DateOnly After(DateOnly day)
    {
        var next = day.AddDays(1);
        while (!Includes(next))
        {
            next = next.AddDays(1);
        }

        return next;
    }
}
