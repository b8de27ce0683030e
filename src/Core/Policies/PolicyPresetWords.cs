using System.Globalization;

namespace Transparency.Core.Policies;

/// <summary>
/// The seven parts in words for a preset's terms: a draft for the city attorney, and what the demonstration publishes. Figures come
/// from the terms, so that words and code cannot differ.
/// </summary>
public static class PolicyPresetWords
{
    /// <param name="police">The police department's name, as sentences use it.</param>
    /// <param name="terms">The terms the words describe.</param>
    public static PolicyWords For(string police, PolicyTerms terms)
    {
        var days = terms.RetentionDays.ToString(CultureInfo.InvariantCulture);
        var hours = terms.Search.AreaWindowHours.ToString(CultureInfo.InvariantCulture);
        return new()
        {
            AuthorizedPurposes = new(
                $"{police} uses automated license plate readers only for these purposes: {List(terms, p => p.En)}. Every search names one of "
                + "them, a case or call-for-service number, and the facts it rests on. The readers are never used for: "
                + $"{ListProhibited(terms, p => p.En)}. A search that names such a use is refused, recorded and reported to the data steward.",
                $"{police} utiliza lectores automáticos de matrículas únicamente con estos fines: {List(terms, p => p.Es)}. Cada búsqueda "
                + "indica uno de ellos, un número de caso o de llamada de servicio y los hechos en que se basa. Los lectores nunca se usan "
                + $"para: {ListProhibited(terms, p => p.Es)}. Una búsqueda con un fin así se rechaza, se registra y se comunica al "
                + "responsable de datos."),
            AuthorizedPeople = new(
                "Sworn officers, investigators and their supervisors may search. Before the first search, and every year, they complete "
                + "training on the system, on this policy and on the law, and they accept the policy in force. Administrators maintain the "
                + "system and see no plates. Access ends the same day when somebody leaves or training lapses.",
                "Pueden buscar los agentes, los investigadores y sus supervisores. Antes de la primera búsqueda, y cada año, completan una "
                + "capacitación sobre el sistema, esta política y la ley, y aceptan la política vigente. Los administradores mantienen el "
                + "sistema y no ven matrículas. El acceso termina el mismo día en que alguien deja el puesto o vence su capacitación."),
            Monitoring = new(
                "Every search, refused search, viewed photograph, change of sharing and deletion is written to a public log that anyone can "
                + "verify. The data steward reviews a random sample of searches every week. An independent audit takes place every two "
                + "years, and its result is published.",
                "Cada búsqueda, búsqueda rechazada, fotografía vista, cambio de intercambio y eliminación se anota en un registro público que "
                + "cualquiera puede verificar. El responsable de datos revisa cada semana una muestra aleatoria de búsquedas. Cada dos años "
                + "se realiza una auditoría independiente y se publica su resultado."),
            Sharing = new(
                "Data is not sold. It is shared only with public agencies of California that signed an agreement with the city, each search "
                + "under the same rules as our own. Federal agencies, agencies of other states, fusion centers and private companies receive "
                + "nothing. An agreement that lapses, or whose partner fails or misses its audit, is suspended that day.",
                "Los datos no se venden. Solo se comparten con organismos públicos de California que firmaron un acuerdo con la ciudad, y "
                + "cada búsqueda sigue las mismas reglas que las nuestras. Los organismos federales, los de otros estados, los centros de "
                + "fusión y las empresas privadas no reciben nada. Un acuerdo que vence, o cuyo socio no aprueba o no presenta su auditoría, "
                + "se suspende ese mismo día."),
            Custodian = new(
                $"The Chief of Police of {police} is the official custodian of the system.",
                $"El jefe o la jefa de policía de {police} es el custodio oficial del sistema."),
            Accuracy = new(
                "A read is a lead, not a finding. Before acting on an alert an officer compares the photograph with the plate, checks the "
                + "state, and confirms that the entry is still active at its source. Misreads are recorded, counted and published. Anyone "
                + "may ask the police department to correct an error.",
                "Una lectura es un indicio, no una conclusión. Antes de actuar ante una alerta, un agente compara la fotografía con la "
                + "matrícula, comprueba el estado y confirma que la entrada sigue activa en su origen. Las lecturas erróneas se anotan, se "
                + "cuentan y se publican. Cualquier persona puede pedir al departamento que corrija un error."),
            Retention = new(
                $"Photographs and detections are destroyed {days} days after the photograph was taken. The key that encrypts a day's "
                + "photographs is destroyed with them, so that copies in backups cannot be read either. What an investigation needs may be "
                + $"held longer under its case number, with a supervisor's approval and an end date. A search without a plate may span at "
                + $"most {hours} hours.",
                $"Las fotografías y las detecciones se destruyen {days} días después de tomada la fotografía. Con ellas se destruye la clave "
                + "que cifra las fotografías del día, de modo que tampoco pueden leerse las copias de respaldo. Lo que una investigación "
                + "necesite puede conservarse más tiempo bajo su número de caso, con la aprobación de un supervisor y una fecha final. Una "
                + $"búsqueda sin matrícula abarca como máximo {hours} horas."),
        };
    }

    private static string List(PolicyTerms terms, Func<LocalText, string> text) =>
        string.Join(", ", terms.Purposes.Select(purpose => Lower(text(purpose.Label))));

    private static string ListProhibited(PolicyTerms terms, Func<LocalText, string> text) =>
        string.Join("; ", terms.Prohibited.Select(purpose => Lower(text(purpose.Label))));

    private static string Lower(string label) => char.ToLowerInvariant(label[0]) + label[1..];
}
