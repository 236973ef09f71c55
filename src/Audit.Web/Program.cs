using Audit.Web.Feeds;
using Audit.Web.Mail;
using Audit.Web.StartUp;

Audit.Data.Languages.Language.StartInDutch();
var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
Address.SetDefault(builder);
if ((Storage.Refusal(builder.Configuration) ?? MailSettings.Refusal(builder.Configuration) ?? SignIn.Refusal(builder.Configuration, builder.Environment)) is { } refusal)
{
    Console.Error.WriteLine(refusal);
    return 1;
}

builder.Services.AddStorage(builder.Configuration, builder.Environment);
builder.Services.AddSignIn(builder.Configuration, builder.Environment);
builder.Services.AddPages(builder.Environment);
builder.Services.AddMail(builder.Configuration);
builder.Services.AddFeed(builder.Configuration);
builder.Services.AddTracking(builder.Configuration);
builder.Services.AddAttachments(builder.Configuration);
builder.Services.AddLongWork();

var app = builder.Build();
app.UsePages();
app.MapFeed();
if (await Preparation.RunAsync(app) is { } reason)
{
    Console.Error.WriteLine(reason);
    return 1;
}

await app.RunAsync();
return 0;
