namespace Transparency.Core.Policies;

/// <summary>The purposes the presets permit, grouped as the FBI's incident-based reporting (NIBRS) groups offences.</summary>
internal static class PermittedPurposes
{
    private const string Persons = "Crimes against persons";
    private const string Property = "Crimes against property";
    private const string Society = "Crimes against society";
    private const string Other = "Other";

    public static IReadOnlyList<PolicyPurpose> All { get; } =
    [
        new("homicide", new("Homicide", "Homicidio"), Persons),
        new("assault", new("Assault", "Agresión"), Persons),
        new("kidnapping", new("Kidnapping or abduction", "Secuestro"), Persons),
        new("sex-offense", new("Sex offense", "Delito sexual"), Persons),
        new("human-trafficking", new("Human trafficking", "Trata de personas"), Persons),
        new("robbery", new("Robbery", "Robo con violencia"), Property),
        new("burglary", new("Burglary", "Robo en domicilio o local"), Property),
        new("stolen-vehicle", new("Stolen vehicle", "Vehículo robado"), Property),
        new("theft", new("Theft", "Hurto"), Property),
        new("arson", new("Arson", "Incendio provocado"), Property),
        new("weapons", new("Weapon offense", "Delito con armas"), Society),
        new("hit-and-run", new("Hit and run", "Choque y fuga"), Other),
        new("missing-person", new("Missing or endangered person", "Persona desaparecida o en peligro"), Other),
        new("wanted-person", new("Person with a criminal warrant", "Persona con orden de arresto penal"), Other),
    ];
}
