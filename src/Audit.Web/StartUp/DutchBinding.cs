using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Audit.Web.StartUp;

/// <summary>What a form says about a field that cannot be read.</summary>
internal static class DutchBinding
{
    public static void Set(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => $"'{value}' kan niet worden gelezen bij {field}.");
        messages.SetMissingBindRequiredValueAccessor(field => $"{field} ontbreekt.");
        messages.SetMissingKeyOrValueAccessor(() => "Een waarde ontbreekt.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "De inhoud van het formulier ontbreekt.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"'{value}' kan niet worden gelezen.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "De ingevulde waarde kan niet worden gelezen.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Vul een getal in.");
        messages.SetUnknownValueIsInvalidAccessor(field => $"De waarde bij {field} kan niet worden gelezen.");
        messages.SetValueIsInvalidAccessor(value => $"'{value}' kan niet worden gelezen.");
        messages.SetValueMustBeANumberAccessor(field => $"Vul een getal in bij {field}.");
        messages.SetValueMustNotBeNullAccessor(_ => "Vul hier iets in.");
    }
}
