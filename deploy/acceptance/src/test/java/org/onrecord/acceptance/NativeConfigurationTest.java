package org.onrecord.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.onrecord.reflection.LookUp;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is loaded by its name is known to a native build: each of these was missing once, and the executable was built, and
 * failed when the name was asked for. Read from what the build wrote for {@code native-image}; {@link LookedUpTest} holds
 * the rest of the kind.
 */
class NativeConfigurationTest {
    @BeforeEach
    void nativeSourcesAreMade() {
        Assumptions.assumeTrue(
                NativeConfiguration.isMade("nlp-service"), "a native build makes executables and no sources");
    }

    @ParameterizedTest
    @CsvSource({
        "scraper-service, FetchRequest Article Block Outcome RemovedBlock SourceRange",
        "nlp-service, Article Block Analysis Entity Mention Quote Speaker Cue Span Outcome",
        "api-service, FetchRequest Analysis Article Block Entity Mention Quote Speaker Cue Span Outcome RemovedBlock"
                + " org.onrecord.api.ingest.QuoteContext",
    })
    void theRecordsOfEventsAreReadAndWritten(String service, String records) throws IOException {
        NativeConfiguration configuration = NativeConfiguration.of(service);

        assertThat(records.split(" "))
                .allSatisfy(name -> assertThat(List.of("constructors", "methods", "fields"))
                        .allMatch(kind -> configuration.has(
                                lookUp(kind, name.replaceFirst("^(?=[A-Z])", "org.onrecord.contracts.")))));
    }

    @ParameterizedTest
    @CsvSource({
        "scraper-service, opennlp.tools.langdetect.LanguageDetectorFactory",
        "nlp-service, opennlp.tools.sentdetect.SentenceDetectorFactory",
        "nlp-service, opennlp.tools.tokenize.TokenizerFactory",
        "nlp-service, opennlp.tools.postag.POSTaggerFactory",
        "nlp-service, opennlp.tools.util.featuregen.PrefixFeatureGeneratorFactory",
        "nlp-service, opennlp.tools.util.featuregen.SuffixFeatureGeneratorFactory",
        "nlp-service, opennlp.tools.util.featuregen.TokenFeatureGeneratorFactory",
        "nlp-service, opennlp.tools.util.featuregen.TokenClassFeatureGeneratorFactory",
        "nlp-service, opennlp.tools.util.featuregen.WindowFeatureGeneratorFactory",
    })
    void whatModelsNameCanBeMade(String service, String factory) throws IOException {
        assertThat(NativeConfiguration.of(service).has(lookUp("constructors", factory)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "scraper-service, effective_tld_names.dat",
        "scraper-service, langdetect-183.bin",
        "scraper-service, opennlp/tools/util/opennlp.version",
        "nlp-service, opennlp/tools/util/opennlp.version",
        "nlp-service, opennlp-en-ud-ewt-pos-1.3-2.5.4.bin",
        "api-service, db/migration/V1__articles_quotes_and_outcomes.sql",
    })
    void resourcesAreInside(String service, String resource) throws IOException {
        assertThat(NativeConfiguration.of(service).includes(resource)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"scraper-service, src/main/resources/org", "nlp-service, src/main/resources/org"})
    void everyModelAndTableOfOursIsInside(String service, String folder) throws IOException {
        Path resources = RunningLine.PROJECT.resolve(service).resolve(folder);
        NativeConfiguration configuration = NativeConfiguration.of(service);

        try (var files = Files.walk(resources)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> resources.getParent().relativize(file).toString()))
                    .isNotEmpty()
                    .allMatch(configuration::includes);
        }
    }

    @Test
    void theScraperReadsPagesOfAnyCharsetAndLanguage() throws IOException {
        String arguments = NativeConfiguration.arguments("scraper-service");

        assertThat(arguments.split(" ")).contains("-H:+AddAllCharsets", "--enable-url-protocols=http,https");
        assertThat(arguments.split(" "))
                .filteredOn(argument -> argument.startsWith("-H:IncludeLocales="))
                .singleElement()
                .satisfies(locales -> assertThat(
                                locales.substring("-H:IncludeLocales=".length()).split(","))
                        .containsExactlyInAnyOrder("en", "de", "fr", "es", "it", "pt", "nl"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scraper-service", "nlp-service", "api-service"})
    void anExecutableThatIsOutOfMemoryEnds(String service) throws IOException {
        assertThat(NativeConfiguration.arguments(service).split(" ")).contains("-R:+ExitOnOutOfMemoryError");
    }

    private static LookUp lookUp(String kind, String name) {
        return new LookUp(kind, name, "", "", "");
    }
}
