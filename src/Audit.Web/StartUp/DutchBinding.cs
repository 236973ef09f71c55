using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Audit.Web.StartUp;

/// <summary>What a form says about a field that cannot be read.</summary>
internal static class DutchBinding
{
    public static void Set(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => Tr($"'{value}' kan niet worden gelezen bij {field}."));
        messages.SetMissingBindRequiredValueAccessor(field => Tr($"{field} ontbreekt."));
        messages.SetMissingKeyOrValueAccessor(() => Tr($"Een waarde ontbreekt."));
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Tr($"De inhoud van het formulier ontbreekt."));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => Tr($"'{value}' kan niet worden gelezen."));
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Tr($"De ingevulde waarde kan niet worden gelezen."));
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Tr($"Vul een getal in."));
        messages.SetUnknownValueIsInvalidAccessor(field => Tr($"De waarde bij {field} kan niet worden gelezen."));
        messages.SetValueIsInvalidAccessor(value => Tr($"'{value}' kan niet worden gelezen."));
        messages.SetValueMustBeANumberAccessor(field => Tr($"Vul een getal in bij {field}."));
        messages.SetValueMustNotBeNullAccessor(_ => Tr($"Vul hier iets in."));
    }
}
