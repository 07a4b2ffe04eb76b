package rapport.events.webinar;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The headings that platforms write, in English, German, French and Spanish, without case and accents. Whoever has others says
 * which column is which.
 */
final class Headings {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F]+");
    private static final Pattern APOSTROPHES = Pattern.compile("[\\u2019\\u2018`\\u00B4]");

    private static final Map<Column, List<String>> KNOWN = new EnumMap<>(Map.ofEntries(
            Map.entry(
                    Column.NAME,
                    List.of(
                            "name",
                            "full name",
                            "user name",
                            "participant",
                            "participant name",
                            "attendee name",
                            "display name",
                            "display_name",
                            "vollstandiger name",
                            "benutzername",
                            "teilnehmername",
                            "nom",
                            "nom complet",
                            "nom d'utilisateur",
                            "nombre",
                            "nombre completo",
                            "nombre de usuario")),
            Map.entry(
                    Column.ORIGINAL_NAME,
                    List.of(
                            "name (original name)",
                            "user name (original name)",
                            "name (originalname)",
                            "name (ursprunglicher name)",
                            "benutzername (originalname)",
                            "benutzername (ursprunglicher name)",
                            "nom (nom original)",
                            "nom (nom d'origine)",
                            "nom d'utilisateur (nom original)",
                            "nom d'utilisateur (nom d'origine)",
                            "nombre (nombre original)",
                            "nombre de usuario (nombre original)")),
            Map.entry(
                    Column.FIRST_NAME,
                    List.of(
                            "first name",
                            "first_name",
                            "given name",
                            "given_name",
                            "vorname",
                            "prenom",
                            "nombre de pila",
                            "primer nombre")),
            Map.entry(
                    Column.LAST_NAME,
                    List.of(
                            "last name",
                            "last_name",
                            "surname",
                            "family name",
                            "family_name",
                            "nachname",
                            "nom de famille",
                            "apellido",
                            "apellidos")),
            Map.entry(
                    Column.EMAIL,
                    List.of(
                            "email",
                            "e-mail",
                            "user email",
                            "email address",
                            "e-mail address",
                            "e-mail-adresse",
                            "benutzer-e-mail",
                            "e-mail des benutzers",
                            "adresse e-mail",
                            "e-mail de l'utilisateur",
                            "adresse e-mail de l'utilisateur",
                            "courriel",
                            "correo",
                            "correo electronico",
                            "correo electronico del usuario",
                            "e-mail del usuario",
                            "direccion de correo electronico")),
            Map.entry(
                    Column.EXTERNAL_ID,
                    List.of(
                            "registrant id",
                            "registrant key",
                            "registration id",
                            "external id",
                            "external_id",
                            "registrierungs-id",
                            "id d'inscription",
                            "id de inscripcion")),
            Map.entry(Column.ORCID, List.of("orcid", "orcid id")),
            Map.entry(
                    Column.JOINED,
                    List.of(
                            "join time",
                            "join",
                            "joined",
                            "joined at",
                            "joined_at",
                            "first join",
                            "first join time",
                            "beitrittszeit",
                            "beitritt",
                            "beitreten",
                            "erster beitritt",
                            "erste teilnahme",
                            "zeitpunkt des beitritts",
                            "beitrittszeitpunkt",
                            "teilnahmezeit",
                            "heure d'arrivee",
                            "heure de connexion",
                            "heure de participation",
                            "premiere participation",
                            "premiere connexion",
                            "premiere arrivee",
                            "arrivee",
                            "hora de entrada",
                            "hora para unirse",
                            "hora de union",
                            "hora de incorporacion",
                            "primera union",
                            "primera conexion",
                            "primera incorporacion",
                            "entrada")),
            Map.entry(
                    Column.LEFT,
                    List.of(
                            "leave time",
                            "leave",
                            "left",
                            "left at",
                            "left_at",
                            "last leave",
                            "last leave time",
                            "verlassen",
                            "austrittszeit",
                            "letztes verlassen",
                            "letzter austritt",
                            "zeitpunkt des verlassens",
                            "heure de depart",
                            "heure de sortie",
                            "heure de deconnexion",
                            "dernier depart",
                            "derniere sortie",
                            "depart",
                            "hora de salida",
                            "hora para salir",
                            "ultima salida",
                            "salida")),
            Map.entry(
                    Column.MINUTES,
                    List.of(
                            "minutes",
                            "duration (minutes)",
                            "duration (min)",
                            "total duration (minutes)",
                            "time in session (minutes)",
                            "minuten",
                            "dauer (minuten)",
                            "gesamtdauer (minuten)",
                            "zeit in sitzung (minuten)",
                            "duree (minutes)",
                            "duree totale (minutes)",
                            "temps dans la session (minutes)",
                            "temps passe dans la session (minutes)",
                            "minutos",
                            "duracion (minutos)",
                            "duracion total (minutos)",
                            "tiempo en sesion (minutos)",
                            "tiempo en la sesion (minutos)")),
            Map.entry(
                    Column.SECONDS,
                    List.of(
                            "seconds",
                            "duration (seconds)",
                            "sekunden",
                            "dauer (sekunden)",
                            "duree (secondes)",
                            "duracion (segundos)")),
            Map.entry(
                    Column.DURATION,
                    List.of(
                            "duration",
                            "in-meeting duration",
                            "time in session",
                            "online time",
                            "dauer",
                            "dauer der besprechung",
                            "dauer der teilnahme",
                            "dauer der teilnahme an der besprechung",
                            "onlinezeit",
                            "duree",
                            "duree de la reunion",
                            "duree de participation",
                            "duree dans la reunion",
                            "duracion",
                            "duracion en la reunion",
                            "duracion de la reunion")),
            Map.entry(
                    Column.ATTENDED,
                    List.of(
                            "attended",
                            "teilgenommen",
                            "a participe",
                            "a assiste",
                            "present",
                            "asistio",
                            "ha asistido")),
            Map.entry(
                    Column.WAITING,
                    List.of(
                            "in waiting room",
                            "im warteraum",
                            "in warteraum",
                            "salle d'attente",
                            "en salle d'attente",
                            "dans la salle d'attente",
                            "sala de espera",
                            "en sala de espera")),
            Map.entry(
                    Column.ACTION,
                    List.of(
                            "user action",
                            "benutzeraktion",
                            "aktion",
                            "action de l'utilisateur",
                            "action",
                            "accion del usuario",
                            "accion de usuario")),
            Map.entry(Column.TIMESTAMP, List.of("timestamp", "zeitstempel", "horodatage", "marca de tiempo")),
            Map.entry(
                    Column.PRINCIPAL,
                    List.of(
                            "participant id (upn)",
                            "teilnehmer-id (upn)",
                            "id de participant (upn)",
                            "id du participant (upn)",
                            "id de participante (upn)",
                            "id. de participante (upn)",
                            "id del participante (upn)")),
            Map.entry(Column.ROLE, List.of("role", "rolle", "rol")),
            Map.entry(Column.INTEREST, List.of("interest rating")),
            Map.entry(Column.MODERATOR, List.of("moderator", "moderateur", "moderador"))));

    private static final Map<String, Column> BY_HEADING = new HashMap<>();

    static {
        KNOWN.forEach((column, headings) -> headings.forEach(heading -> BY_HEADING.put(heading, column)));
    }

    private final Map<String, Column> headings;

    private Headings(Map<String, Column> headings) {
        this.headings = headings;
    }

    /** @param own what the caller says about the file's headings; it wins over what is known */
    static Headings with(Map<Column, String> own) {
        var all = new HashMap<>(BY_HEADING);
        own.forEach((column, heading) -> all.put(plain(heading), column));
        return new Headings(all);
    }

    /** Null for a heading that says nothing of interest. */
    Column column(String heading) {
        return heading == null ? null : headings.get(plain(heading));
    }

    /** Text without what people and platforms write differently: case, accents, kinds of spaces and apostrophes. */
    static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        String bare = APOSTROPHES.matcher(MARKS.matcher(apart).replaceAll("")).replaceAll("'");
        return SPACES.matcher(bare).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
