using Audit.Web.StartUp;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
Address.SetDefault(builder);
if (Storage.Refusal(builder.Configuration) is { } refusal)
{
    Console.Error.WriteLine(refusal);
    return 1;
}

builder.Services.AddStorage(builder.Configuration, builder.Environment);
builder.Services.AddSignIn(builder.Configuration, builder.Environment);
builder.Services.AddPages(builder.Environment);
builder.Services.AddTracking(builder.Configuration);

var app = builder.Build();
app.UsePages();
if (await Preparation.RunAsync(app) is { } reason)
{
    Console.Error.WriteLine(reason);
    return 1;
}

await app.RunAsync();
return 0;
