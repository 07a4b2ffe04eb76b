package rapport.events.programme;

import java.io.InputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import rapport.events.imports.CellText;
import rapport.kit.problem.Invalid;

/**
 * Reads the schedule XML of the conference world (frab, pretalx, c3voc) as a stream. Document types and external entities are
 * off: a programme has no use for them.
 */
final class ScheduleXml {
    private static final XMLInputFactory XML = factory();

    private final XMLStreamReader xml;
    private final ZoneId zone;
    private final List<Programme.Talk> talks = new ArrayList<>();
    private final Map<String, String> people = new LinkedHashMap<>();
    private String day;
    private String room;

    private ScheduleXml(XMLStreamReader xml, ZoneId zone) {
        this.xml = xml;
        this.zone = zone;
    }

    /** @param zone the event's zone: the wall times of the result are in it */
    static Programme read(InputStream file, ZoneId zone) {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(file);
            try {
                return new ScheduleXml(xml, zone).programme();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw Invalid.of("", "malformed-xml", "The file is not readable as XML.");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private Programme programme() throws XMLStreamException {
        boolean schedule = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw Invalid.of("", "document-type", "A document type is not accepted.");
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "schedule" -> schedule = true;
                case "day" -> day = xml.getAttributeValue(null, "date");
                case "room" -> room = CellText.clean(xml.getAttributeValue(null, "name"));
                case "event" -> talk();
                default -> {
                    // The head of the file and what newer versions of the format may add.
                }
            }
        }
        if (!schedule) {
            throw Invalid.of("", "not-a-schedule", "The root element is not a schedule.");
        }
        return new Programme(talks, people);
    }

    private void talk() throws XMLStreamException {
        String key = first(
                CellText.clean(xml.getAttributeValue(null, "guid")), CellText.clean(xml.getAttributeValue(null, "id")));
        Map<String, String> texts = new HashMap<>();
        List<String> speakers = List.of();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (!xml.isStartElement()) {
                continue;
            }
            String name = xml.getLocalName();
            if (name.equals("persons")) {
                speakers = persons();
            } else {
                texts.put(name, CellText.clean(text()));
            }
        }
        texts.putIfAbsent("room", room);
        talks.add(TalkText.talk(talks.size() + 1, key, texts, speakers, new TalkText.Frame(day, zone)));
    }

    private List<String> persons() throws XMLStreamException {
        var keys = new ArrayList<String>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (!xml.isStartElement()) {
                continue;
            }
            String guid = CellText.clean(xml.getAttributeValue(null, "guid"));
            String id = CellText.clean(xml.getAttributeValue(null, "id"));
            String name = CellText.clean(text());
            String key = first(guid, first(id, name));
            if (key != null && !keys.contains(key)) {
                keys.add(key);
                people.merge(key, first(name, key), (known, other) -> known);
            }
        }
        return keys;
    }

    /** The text of the current element with that of its children; ends on its end. */
    private String text() throws XMLStreamException {
        var text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                default -> {
                    // Comments and processing instructions say nothing.
                }
            }
        }
        return text.toString();
    }

    private static String first(String preferred, String fallback) {
        return preferred != null ? preferred : fallback;
    }
}
