package rapport.events.programme;

import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes schedule XML, the elements in the order in which the format's schema has them. */
final class ScheduleXmlWriter {
    static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final XMLStreamWriter xml;
    private final ScheduleIds ids;

    private ScheduleXmlWriter(XMLStreamWriter xml, ScheduleIds ids) {
        this.xml = xml;
        this.ids = ids;
    }

    static void write(ExportedProgramme programme, String baseUrl, OutputStream out) {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            var ids = new ScheduleIds(programme.head().acronym(), programme.sessions());
            new ScheduleXmlWriter(xml, ids).schedule(programme, baseUrl);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory takes everything", e);
        }
    }

    private void schedule(ExportedProgramme programme, String baseUrl) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("schedule");
        xml.writeEmptyElement("generator");
        xml.writeAttribute("name", "rapport");
        element("version", programme.version());
        var days = programme.days();
        conference(programme.head(), days.size(), baseUrl);
        for (ExportedProgramme.Day day : days) {
            day(day);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void conference(ExportedProgramme.Head head, int days, String baseUrl) throws XMLStreamException {
        xml.writeStartElement("conference");
        element("acronym", head.acronym());
        element("title", head.title());
        element("start", head.start().toString());
        element("end", head.end().toString());
        element("days", Integer.toString(days));
        element("timeslot_duration", "00:05");
        element("base_url", baseUrl);
        element("time_zone_name", head.zone().getId());
        xml.writeEndElement();
    }

    private void day(ExportedProgramme.Day day) throws XMLStreamException {
        xml.writeStartElement("day");
        xml.writeAttribute("index", Integer.toString(day.index()));
        xml.writeAttribute("date", day.date().toString());
        xml.writeAttribute("start", instant(day.start()));
        xml.writeAttribute("end", instant(day.end()));
        for (var room : day.rooms().entrySet()) {
            xml.writeStartElement("room");
            xml.writeAttribute("name", room.getKey());
            for (ExportedProgramme.Session session : room.getValue()) {
                session(session, room.getKey());
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void session(ExportedProgramme.Session session, String room) throws XMLStreamException {
        Said said = session.said();
        xml.writeStartElement("event");
        xml.writeAttribute("guid", ScheduleIds.guid(session));
        xml.writeAttribute("id", Integer.toString(ids.number(session)));
        element("date", instant(session.startsAt()));
        element("start", TIME.format(session.startsAt()));
        element("duration", session.duration());
        element("room", room);
        element("slug", ids.slug(session));
        optional("url", said.url());
        recording(said);
        element("title", session.title());
        element("subtitle", said.subtitle());
        element("track", session.track());
        element("type", session.type());
        optional("language", session.language());
        element("abstract", session.summary());
        optional("description", session.description());
        optional("logo", said.logo());
        persons(session.people());
        links("links", "link", session.links());
        links("attachments", "attachment", session.attachments());
        optional("feedback_url", said.feedbackUrl());
        optional("origin_url", said.originUrl());
        xml.writeEndElement();
    }

    private void recording(Said said) throws XMLStreamException {
        if (said.license() == null && said.optout() == null) {
            return;
        }
        xml.writeStartElement("recording");
        element("license", said.license());
        element("optout", Boolean.toString(Boolean.TRUE.equals(said.optout())));
        xml.writeEndElement();
    }

    private void persons(List<ExportedProgramme.Person> people) throws XMLStreamException {
        xml.writeStartElement("persons");
        for (ExportedProgramme.Person person : people) {
            RawTalk.Person reference = person.reference();
            xml.writeStartElement("person");
            attribute("id", reference.id());
            attribute("guid", reference.guid());
            attribute("code", reference.code());
            text(reference.name());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void links(String list, String name, List<RawTalk.Link> links) throws XMLStreamException {
        xml.writeStartElement(list);
        for (RawTalk.Link link : links) {
            xml.writeStartElement(name);
            xml.writeAttribute("href", link.url());
            text(link.title());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        if (value != null) {
            xml.writeAttribute(name, value);
        }
    }

    private void optional(String name, String value) throws XMLStreamException {
        if (value != null) {
            element(name, value);
        }
    }

    private void element(String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        text(value == null ? "" : value);
        xml.writeEndElement();
    }

    /** A carriage return that stands for itself would be read back as a line feed. */
    private void text(String text) throws XMLStreamException {
        int from = 0;
        for (int at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', from)) {
            xml.writeCharacters(text.substring(from, at));
            xml.writeEntityRef("#13");
            from = at + 1;
        }
        xml.writeCharacters(text.substring(from));
    }

    private static String instant(OffsetDateTime time) {
        return INSTANT.format(time);
    }
}
