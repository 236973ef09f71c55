using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Questionnaires;
using Audit.Web.Texts;
using Audit.Workflows.Risks;

namespace Audit.Web.Pages.Risks;

/// <summary>The sponsor takes an acceptance back, with a reason.</summary>
[ShowsAnswers]
public sealed class WithdrawModel(CaseAccess access, ContentShelf shelf) : ReasonPage(access, shelf)
{
    public override bool MaySend => RiskRights.MayAccept(View) && Risk.AcceptedOn(Today) is not null;

    protected override (Predicate<CaseView> May, string Otherwise) Right => (RiskRights.MayAccept, RiskTexts.OnlySponsor);

    protected override string Missing => Tr($"Schrijf op waarom u de acceptatie intrekt.");

    protected override string Result => Tr($"De acceptatie is ingetrokken.");

    protected override Guid Mark => Risk.AcceptedOn(Today)?.Id ?? Guid.Empty;

    protected override Task<string?> DoAsync(AuditContext db, CaseView view, RegisteredRisk risk) =>
        RiskAccepting.WithdrawAsync(db, view.Case, (risk, Seen, Reason!), Access.User.Actor);
}
