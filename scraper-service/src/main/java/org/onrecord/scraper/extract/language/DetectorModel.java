package org.onrecord.scraper.extract.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.quarkus.runtime.annotations.RegisterForReflection;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorFactory;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** Apache's language model, read when the first text asks for it: that takes more than a second. */
@RegisterForReflection(targets = LanguageDetectorFactory.class)
final class DetectorModel {
    private static final String RESOURCE = "/langdetect-183.bin";

    /** Codes of the model for languages that ISO 639-1 has one code for all of. */
    private static final Map<String, String> MACROLANGUAGES = Map.of(
            "cmn", "zh", "pes", "fa", "lvs", "lv", "ekk", "et", "nob", "nb", "swe", "sv", "zlm", "ms", "arb", "ar");

    private static final Map<String, String> CODES = codes();

    private DetectorModel() {}

    static Optional<String> detect(String text) {
        // A detector is cheap and not thread-safe; the model is neither.
        Language language = new LanguageDetectorME(Holder.MODEL).predictLanguage(text);
        return Optional.ofNullable(CODES.get(language.getLang()));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String two : Locale.getISOLanguages()) {
            // The JDK still lists the withdrawn codes of Hebrew, Indonesian and Yiddish beside those in force.
            codes.put(Locale.of(two).getISO3Language(), Locale.of(two).getLanguage());
        }
        codes.putAll(MACROLANGUAGES);
        return Map.copyOf(codes);
    }

    private static final class Holder {
        private static final LanguageDetectorModel MODEL = read();

        private static LanguageDetectorModel read() {
            try (InputStream in = DetectorModel.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException("resource missing: " + RESOURCE);
                }
                return new LanguageDetectorModel(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
