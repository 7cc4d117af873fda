package org.onrecord.nlp.quote.stance;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.onrecord.contracts.Stance;
import org.onrecord.nlp.coreference.ArticleEntityResolver;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.name.NameFinder;
import org.onrecord.nlp.name.TaggerNameFinder;
import org.onrecord.nlp.quote.Quotation;
import org.onrecord.nlp.quote.ReportedSpeechFinder;
import org.onrecord.nlp.sentence.OpenNlpDocumentReader;

import static org.assertj.core.api.Assertions.assertThat;

class StanceReaderTest {

    private static final OpenNlpDocumentReader READER = OpenNlpDocumentReader.load();
    private static final NameFinder NAMES = TaggerNameFinder.load();
    private static final ReportedSpeechFinder FINDER = new ReportedSpeechFinder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            SAID   | “I would not go,” Ann Lee said.
            SAID   | Ann Lee said she would not go.
            SAID   | Ann Lee said that she did not say it.
            SAID   | The bridge could be closed, Ann Lee said.
            SAID   | Ann Lee will not cross the bridge, saying that it is unsafe.
            SAID   | Ann Lee did not attend but said that the bridge was safe.
            SAID   | Ann Lee, who did not attend, said that the bridge was safe.
            SAID   | Ann Lee said nothing had been decided.
            UNSAID | Ann Lee has said nothing since April.
            UNSAID | Ann Lee did not say that the bridge was safe.
            UNSAID | Ann Lee couldn’t say when the bridge would open.
            UNSAID | Ann Lee never claimed that the bridge was safe.
            UNSAID | The company had not, as of Friday, confirmed that the bridge was safe.
            UNSAID | Nor did Ann Lee say that the bridge was safe.
            UNSAID | Nobody said the bridge was safe.
            UNSAID | No minister has said that the bridge is safe.
            UNSAID | None of the ministers said that the bridge was safe.
            UNSAID | Neither Lee nor Reyes said that the bridge was safe.
            UNSAID | Ann Lee neither confirmed nor denied that the bridge was unsafe.
            UNSAID | Ann Lee has not confirmed or denied that the bridge was unsafe.
            UNSAID | Ann Lee did not deny that the bridge was unsafe.
            SAID   | Ann Lee not only said that the bridge was safe.
            """)
    void aNegationOfTheCueAndNoOtherTakesTheWordsBack(Stance stance, String text) {
        assertThat(find(text)).extracting(Quotation::stance).containsExactly(stance);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            UNSAID | Ann Lee declined to say whether the bridge was safe.
            UNSAID | Ann Lee would not say how many people had died.
            UNSAID | Ann Lee has yet to say whether the bridge is safe.
            UNSAID | Ann Lee failed to mention that the bridge was closed.
            UNSAID | Ann Lee left without saying whether the bridge was safe.
            UNSAID | Ann Lee stopped short of saying that the bridge was unsafe.
            UNSAID | Ann Lee refused to comment on whether the bridge was safe.
            UNSAID | Police did not identify the driver.
            SAID   | Ann Lee did not hesitate to say that the bridge was unsafe.
            SAID   | Ann Lee took to Twitter to say that the bridge was safe.
            SAID   | Ann Lee went on to say that the bridge was safe.
            SAID   | Ann Lee was forced to admit that the bridge was unsafe.
            """)
    void whoRefusesToSaySomethingDoesNotSayIt(Stance stance, String text) {
        assertThat(find(text)).extracting(Quotation::stance).containsExactly(stance);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            UNSAID | Ann Lee would say that the bridge is safe.
            UNSAID | Ann Lee may say that the bridge is safe.
            UNSAID | Ann Lee might have said that the bridge was safe.
            UNSAID | Ann Lee will say on Monday that the bridge is safe.
            UNSAID | Ann Lee is expected to announce that the bridge will open.
            UNSAID | Ann Lee is likely to argue that the bridge was safe.
            UNSAID | Ann Lee is to announce on Monday that the bridge will open.
            UNSAID | If Ann Lee says that the bridge is safe, the council will open it.
            UNSAID | Unless Ann Lee says that the bridge is safe, it stays closed.
            UNSAID | “Trust me,” Ann Lee could say.
            SAID   | Ann Lee would later say that the bridge was safe.
            SAID   | Ann Lee would only say that the bridge was safe.
            """)
    void whatSomebodyWouldSayHasNotBeenSaid(Stance stance, String text) {
        assertThat(find(text)).extracting(Quotation::stance).containsExactly(stance);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            DENIED | Ann Lee denied that the bridge was unsafe.
            DENIED | Ann Lee rejected the claim that the bridge was unsafe.
            DENIED | Ann Lee dismissed the reports as “nonsense”.
            SAID   | Ann Lee dismissed him as “a clown”.
            SAID   | “That is a lie,” Ann Lee denied.
            ASKED  | Ann Lee asked whether the bridge was safe.
            ASKED  | “Is the bridge safe?” asked Ann Lee.
            SAID   | Ann Lee asked the council to close the bridge.
            SAID   | “We came. Why did we come?” Ann Lee said.
            """)
    void denialsAndQuestionsShowThemselvesAsSuch(Stance stance, String text) {
        assertThat(find(text)).extracting(Quotation::stance).containsExactly(stance);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Needless to say, the bridge was closed.",
                "Ann Lee cannot say enough about the bridge.",
                "The bridge is old, to say the least.",
                "Ann Lee rejected the bill."
            })
    void turnsOfPhraseReportNothing(String text) {
        assertThat(find(text)).isEmpty();
    }

    private static List<Quotation> find(String text) {
        Document document = READER.read("", text);
        return FINDER.find(document, new ArticleEntityResolver().resolve(document, NAMES.find(document)));
    }
}
