package rapport.events.badgesheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rapport.events.pdf.FittedText;
import rapport.events.pdf.Fonts;
import rapport.events.pdf.Script;
import rapport.kit.token.OpaqueTokens;

class BadgeSheetTest {
    private static final OpaqueTokens TOKENS = new OpaqueTokens(new byte[16], "RB1-");
    private static final List<String> NAMES = List.of(
            "Maya Okafor",
            "O'Brien-Núñez",
            "王小明",
            "أحمد",
            "van der Berg; Jr",
            "Ελένη Παπαδοπούλου",
            "Наталья Соколова",
            "김민준",
            "สมชาย ใจดี",
            "प्रिया शर्मा",
            "דוד כהן",
            "X",
            "Wolfeschlegelsteinhausenbergerdorff the Elder of a very long line of names that never ends anywhere at all",
            "ᏣᎳᎩ");

    @ParameterizedTest
    @EnumSource(SheetLayout.class)
    void everyCodeOnEveryLabelSaysItsToken(SheetLayout layout) throws IOException {
        List<Face> faces = faces(layout.perPage() + 1);

        byte[] pdf = pdf(layout, faces);

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(document.getPage(0).getMediaBox().getWidth())
                    .isEqualTo(layout.page().getWidth());
        }
        assertThat(Camera.codes(pdf, layout).stream().filter(code -> !code.isEmpty()))
                .containsExactlyElementsOf(faces.stream().map(Face::token).toList());
    }

    @Test
    void namesOfAllTheWorldStandOnTheirBadges() throws IOException {
        byte[] pdf = pdf(SheetLayout.A6, faces(NAMES.size()));

        try (var document = Loader.loadPDF(pdf)) {
            for (int i = 0; i < NAMES.size(); i++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(i + 1);
                stripper.setEndPage(i + 1);
                assertThat(stripper.getText(document)).as(NAMES.get(i)).doesNotContain("□");
            }
            var stripper = new PDFTextStripper();
            assertThat(stripper.getText(document))
                    .contains("Maya Okafor", "O'Brien-Núñez", "王小明", "김민준", "Παπαδοπούλου", "ᏣᎳᎩ");
        }
    }

    @Test
    void aLongNameWrapsAndShrinksAndStaysOnItsLabel() throws IOException {
        try (var document = new org.apache.pdfbox.pdmodel.PDDocument()) {
            Fonts fonts = Fonts.plain(document).bold();
            for (String name : NAMES) {
                var text = FittedText.of(name, fonts, 200, 40, 28, 5);

                assertThat(text.height()).as(name).isLessThanOrEqualTo(40);
                for (var line : text.lines()) {
                    float width = 0;
                    for (var run : line) {
                        width += run.width() * text.size();
                    }
                    assertThat(width).as(name).isLessThanOrEqualTo(200.5f);
                }
            }
        }
    }

    @Test
    void whatNoFontHasIsABoxAndNoFailure() throws IOException {
        byte[] pdf = pdf(SheetLayout.A6, List.of(new Face("\uDBFF\uDFFD", null, null, "Congress", token(0))));

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("□");
        }
    }

    @Test
    void arabicIsJoinedAndReadsFromTheRight() {
        assertThat(Script.visual("أحمد")).isEqualTo("\uFEAA\uFEE4\uFEA3\uFE83");
    }

    private static List<Face> faces(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Face(
                        NAMES.get(i % NAMES.size()),
                        "Universitätsklinikum Hamburg-Eppendorf",
                        "Allied health",
                        "Congress of Emergency Medicine 2026",
                        token(i)))
                .toList();
    }

    private static String token(int i) {
        byte[] seed = new byte[16];
        seed[0] = (byte) i;
        return TOKENS.issue(seed);
    }

    private static byte[] pdf(SheetLayout layout, List<Face> faces) throws IOException {
        try (var in = BadgeSheet.of(layout, new ArrayList<>(faces).iterator())) {
            return in.readAllBytes();
        }
    }
}
