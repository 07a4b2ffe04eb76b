package rapport.events.programme;

import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import rapport.events.imports.CellText;
import rapport.kit.problem.Invalid;

/**
 * Reads the schedule XML of the conference world (frab, pretalx, c3voc) as a stream. Document types and external entities are
 * off, and so is depth: a programme has no use for them.
 */
final class ScheduleXml {
    private static final XMLInputFactory XML = factory();
    private static final int DEEPEST = 32;

    private final XMLStreamReader xml;
    private final RawSchedule schedule = new RawSchedule();
    private int depth;

    private ScheduleXml(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** @param zone the event's zone: the wall times of the result are in it */
    static Programme read(InputStream file, ZoneId zone) {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(file);
            try {
                return new ScheduleXml(xml).schedule().programme(zone);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw Invalid.of("", "malformed-xml", "The file is not readable as XML.");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private RawSchedule schedule() throws XMLStreamException {
        boolean found = false;
        String day = null;
        String room = null;
        while (xml.hasNext()) {
            if (next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "schedule" -> found = true;
                case "time_zone_name" -> schedule.zone(text());
                case "day_change" -> schedule.dayChange(text());
                case "day" -> day = attribute("date");
                case "room" -> room = attribute("name");
                case "event" -> talk(day, room);
                default -> {
                    // The head of the file and what newer versions of the format may add.
                }
            }
        }
        if (!found) {
            throw Invalid.of("", "not-a-schedule", "The root element is not a schedule.");
        }
        return schedule;
    }

    private void talk(String day, String room) throws XMLStreamException {
        var talk = new RawTalk(new RawTalk.Day(day), room);
        talk.put("guid", attribute("guid"));
        talk.put("id", attribute("id"));
        children(() -> {
            switch (xml.getLocalName()) {
                case "persons" -> children(() -> talk.persons.add(person()));
                case "links" -> links(talk.links);
                case "attachments" -> links(talk.attachments);
                case "recording" ->
                    children(() -> {
                        String name = xml.getLocalName();
                        talk.putRecording(name, text());
                    });
                default -> {
                    String name = xml.getLocalName();
                    talk.put(name, text());
                }
            }
        });
        schedule.add(talk);
    }

    private RawTalk.Person person() throws XMLStreamException {
        String guid = CellText.clean(attribute("guid"));
        String id = CellText.clean(attribute("id"));
        String code = CellText.clean(attribute("code"));
        return new RawTalk.Person(guid, id, code, CellText.clean(text()), null);
    }

    private void links(List<RawTalk.Link> links) throws XMLStreamException {
        children(() -> {
            String href = attribute("href");
            String url = CellText.clean(href == null ? attribute("url") : href);
            String title = CellText.clean(text());
            links.add(new RawTalk.Link(url == null ? title : url, title));
        });
    }

    private interface Child {
        /** Reads an element to its end. */
        void read() throws XMLStreamException;
    }

    private void children(Child child) throws XMLStreamException {
        while (next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                child.read();
            }
        }
    }

    /** The text of the current element with that of its children; ends on its end. */
    private String text() throws XMLStreamException {
        var text = new StringBuilder();
        int outside = depth - 1;
        while (depth > outside) {
            int event = next();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    private String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    private int next() throws XMLStreamException {
        int event = xml.next();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> depth++;
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD -> throw Invalid.of("", "document-type", "A document type is not accepted.");
            default -> {
                // Text, comments and processing instructions do not nest.
            }
        }
        if (depth > DEEPEST) {
            throw Invalid.of("", "too-complex", "The document is nested too deeply.");
        }
        return event;
    }
}
