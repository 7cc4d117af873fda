package org.onrecord.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is loaded by its name is known to a native build: each of these was missing once, and the executable was built, and
 * failed when the name was asked for. Read from what the build wrote for {@code native-image}.
 */
class NativeConfigurationTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeEach
    void nativeSourcesAreMade() {
        Assumptions.assumeTrue(
                Files.exists(RunningLine.PROJECT.resolve("nlp-service/target/native-sources")),
                "a native build makes executables and no sources");
    }

    @ParameterizedTest
    @CsvSource({
        "scraper-service, FetchRequest Article Block Outcome RemovedBlock SourceRange",
        "nlp-service, Article Block Analysis Entity Mention Quote Speaker Cue Span Outcome",
        "api-service, FetchRequest Analysis Article Block Entity Mention Quote Speaker Cue Span Outcome RemovedBlock",
    })
    void theRecordsOfEventsAreReadAndWritten(String service, String records) throws IOException {
        JsonNode reflection = read(service, "reflect-config.json");

        assertThat(records.split(" ")).allSatisfy(name -> {
            JsonNode entry = entry(reflection, "org.onrecord.contracts." + name);
            assertThat(entry.path("allDeclaredConstructors").asBoolean()).isTrue();
            assertThat(entry.path("allDeclaredMethods").asBoolean()).isTrue();
            assertThat(entry.path("allDeclaredFields").asBoolean()).isTrue();
        });
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
        assertThat(entry(read(service, "reflect-config.json"), factory)
                        .path("allDeclaredConstructors")
                        .asBoolean())
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
        assertThat(patterns(service))
                .anyMatch(pattern -> pattern.matcher(resource).matches());
    }

    @ParameterizedTest
    @CsvSource({"scraper-service, src/main/resources/org", "nlp-service, src/main/resources/org"})
    void everyModelAndTableOfOursIsInside(String service, String folder) throws IOException {
        Path resources = RunningLine.PROJECT.resolve(service).resolve(folder);
        List<Pattern> patterns = patterns(service);

        try (var files = Files.walk(resources)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> resources.getParent().relativize(file).toString()))
                    .isNotEmpty()
                    .allMatch(file -> patterns.stream()
                            .anyMatch(pattern -> pattern.matcher(file).matches()));
        }
    }

    @Test
    void theScraperReadsPagesOfAnyCharsetAndLanguage() throws IOException {
        String arguments = Files.readString(sources("scraper-service").resolve("native-image.args"));

        assertThat(arguments.split(" ")).contains("-H:+AddAllCharsets", "--enable-url-protocols=http,https");
        assertThat(arguments.split(" "))
                .filteredOn(argument -> argument.startsWith("-H:IncludeLocales="))
                .singleElement()
                .satisfies(locales -> assertThat(
                                locales.substring("-H:IncludeLocales=".length()).split(","))
                        .containsExactlyInAnyOrder("en", "de", "fr", "es", "it", "pt", "nl"));
    }

    private static JsonNode entry(JsonNode reflection, String name) {
        return StreamSupport.stream(reflection.spliterator(), false)
                .filter(entry -> entry.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not registered for reflection"));
    }

    private static List<Pattern> patterns(String service) throws IOException {
        JsonNode includes = read(service, "resource-config.json").at("/resources/includes");
        return StreamSupport.stream(includes.spliterator(), false)
                .map(include -> Pattern.compile(include.path("pattern").asText()))
                .toList();
    }

    private static JsonNode read(String service, String file) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(sources(service), "*-runner.jar");
                ZipFile jar = new ZipFile(jars.iterator().next().toFile());
                InputStream in = jar.getInputStream(jar.getEntry("META-INF/native-image/" + file))) {
            return JSON.readTree(in);
        }
    }

    private static Path sources(String service) {
        return RunningLine.PROJECT.resolve(service).resolve("target/native-sources");
    }
}
