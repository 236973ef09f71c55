namespace Audit.Web.Pages.Actions;

/// <summary>Where an action is added.</summary>
public sealed class AddPlace
{
    /// <summary>The plan that the person was looking at.</summary>
    public Guid Plan { get; set; }

    /// <summary>Made when the form was shown: the id of the action, so that a form that is sent twice adds it once.</summary>
    public Guid Inzending { get; set; }
}
