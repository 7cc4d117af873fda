package org.onrecord.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.onrecord.reflection.LookUp;

/** The table of what an executable finds, or does without, although no configuration registers it. */
record KnownOtherwise(List<Row> rows) {

    /**
     * @param callers who looks up
     * @param what is looked up: its kind, a space and its name
     * @param reason why it need not be registered
     */
    private record Row(Pattern callers, Pattern what, String reason) {
        private static Row of(String line) {
            String[] cells = line.split(" *\t *");
            return new Row(Pattern.compile(cells[0]), Pattern.compile(cells[1]), cells[2]);
        }
    }

    static KnownOtherwise read() throws IOException {
        try (InputStream in = KnownOtherwise.class.getResourceAsStream("/known-otherwise.tsv")) {
            return new KnownOtherwise(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Row::of)
                    .toList());
        }
    }

    /** Of the first row that speaks of it. */
    Optional<String> reason(LookUp lookUp) {
        return rows.stream()
                .filter(row -> row.callers().matcher(lookUp.caller()).matches()
                        && row.what()
                                .matcher(lookUp.kind() + " " + lookUp.name())
                                .matches())
                .map(Row::reason)
                .findFirst();
    }

    List<String> reasons() {
        return rows.stream().map(Row::reason).toList();
    }
}
