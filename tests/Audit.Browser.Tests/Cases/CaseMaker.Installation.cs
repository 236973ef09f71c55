using Audit.Browser.Tests.Site;

namespace Audit.Browser.Tests.Cases;

/// <content>For the application that most tests share.</content>
public sealed partial class CaseMaker
{
    public CaseMaker(Installation installation)
        : this(installation.Site.Services)
    {
    }
}
