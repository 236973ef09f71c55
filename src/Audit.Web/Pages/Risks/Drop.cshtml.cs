using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Questionnaires;
using Audit.Web.Texts;
using Audit.Workflows.Risks;

namespace Audit.Web.Pages.Risks;

/// <summary>Takes a risk out of the register, with a reason; it can be put back.</summary>
[ShowsAnswers]
public sealed class DropModel(CaseAccess access, ContentShelf shelf) : ReasonPage(access, shelf)
{
    public override bool MaySend => MayEdit && !Risk.IsOut;

    protected override (Predicate<CaseView> May, string Otherwise) Right => (RiskRights.MayEdit, RiskTexts.Closed);

    protected override string Missing => Tr($"Schrijf op waarom het risico uit het register kan.");

    protected override string Result => Tr($"Het risico is uit het register gehaald. Het blijft bewaard en kan worden teruggezet.");

    protected override Guid Mark => Risk.Row.Version;

    protected override Task<string?> DoAsync(AuditContext db, CaseView view, RegisteredRisk risk) =>
        RiskRecorder.MoveAsync(db, view.Case, (risk.Row.Id, Seen, Reason), Access.User.Actor);
}
