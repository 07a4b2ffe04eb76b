package rapport.events.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rapport.kit.json.Text;
import rapport.kit.problem.Fault;

/** One row of a table, whatever format it came in. Blank cells are null; text is NFC and trimmed. */
public final class TableRow {
    private final long number;
    private final String place;
    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    /** @param place what stands before the name of a column where a fault says where it is */
    TableRow(long number, String place) {
        this.number = number;
        this.place = place;
    }

    private record Cell(String header, List<String> values) {}

    void put(String column, String header, List<String> values) {
        var clean = new ArrayList<String>();
        for (String value : values) {
            Text.objection(value).ifPresent(objection -> fault(place + header, "invalid-text", objection));
            String text = CellText.clean(value);
            if (text != null) {
                clean.add(text);
            }
        }
        cells.put(column, new Cell(header, clean));
    }

    /** Something is wrong with the row as a whole. */
    void broken(String code, String message) {
        faults.add(new Fault(place.startsWith("/") ? place.substring(0, place.length() - 1) : "", code, message));
    }

    /** Something is wrong with a cell. */
    public void fault(String column, Fault fault) {
        fault(at(column), fault.code(), fault.message());
    }

    private void fault(String pointer, String code, String message) {
        faults.add(new Fault(pointer, code, message));
    }

    /** Faults of a value that was made of this row: the first step of their pointers is the property of a column. */
    public void faults(Collection<Fault> found) {
        for (Fault fault : found) {
            String property = fault.pointer().replaceFirst("^/", "").replaceFirst("/.*", "");
            String column = property.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
            boolean said = faults.stream().anyMatch(known -> known.pointer().equals(at(column)));
            if (!said) {
                fault(column, fault);
            }
        }
    }

    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    public boolean isUsable() {
        return faults.isEmpty();
    }

    /** The line of the file, or the position in it, from 1. */
    public long number() {
        return number;
    }

    /** The text of a column; null when it is blank or the file has no such column. */
    public String get(String column) {
        Cell cell = cells.get(column);
        return cell == null || cell.values().isEmpty() ? null : String.join("|", cell.values());
    }

    /** The first of these columns that says something; null when none does. */
    public String first(String... columns) {
        for (String column : columns) {
            String text = get(column);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** The values of a column that may have several, in one cell separated by a bar or a semicolon; null when it is blank. */
    public List<String> list(String column) {
        Cell cell = cells.get(column);
        if (cell == null || cell.values().isEmpty()) {
            return null;
        }
        return cell.values().size() > 1
                ? cell.values()
                : CellText.split(cell.values().getFirst());
    }

    /** The constant that a column names, however it is written; null, with a fault, when there is no such constant. */
    public <E extends Enum<E>> E constant(Class<E> type, String column) {
        String text = get(column);
        if (text == null) {
            return null;
        }
        String name = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        String known = String.join(
                ", ", List.of(type.getEnumConstants()).stream().map(Enum::name).toList());
        fault(at(column), "unknown-value", "Must be one of " + known + ".");
        return null;
    }

    /** Yes or no as spreadsheets and people write it; null, with a fault, when it is neither. */
    public Boolean flag(String column) {
        String text = get(column);
        if (text == null) {
            return null;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "1", "ja", "oui", "si", "sí", "x" -> true;
            case "false", "no", "n", "0", "nein", "non" -> false;
            default -> {
                fault(at(column), "unknown-value", "Must be true or false.");
                yield null;
            }
        };
    }

    private String at(String column) {
        Cell cell = cells.get(column);
        return place + (cell == null ? column : cell.header());
    }
}
