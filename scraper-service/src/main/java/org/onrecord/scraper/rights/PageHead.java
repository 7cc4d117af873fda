package org.onrecord.scraper.rights;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The few words of a page that tell of its rights, found without parsing it whole: whether a page may be kept has to be known
 * before anything is done with it.
 *
 * @param metas its meta elements, in their order
 * @param accessibleForFree what it says of itself; false where it calls a part of itself not free
 */
record PageHead(List<Element> metas, Optional<Boolean> accessibleForFree) {

    /** @param page in any charset that has ASCII's letters */
    static PageHead of(byte[] page) {
        Scan scan = new Scan(page);
        scan.run();
        return new PageHead(
                scan.metas.isEmpty()
                        ? List.of()
                        : Jsoup.parse(scan.metas.toString()).select("meta"),
                Optional.ofNullable(scan.accessibleForFree));
    }

    /** The contents of the meta elements of this name, in their order. */
    List<String> contents(String name) {
        return metas.stream()
                .filter(meta -> meta.attr("name").strip().equalsIgnoreCase(name))
                .map(meta -> meta.attr("content").strip())
                .filter(content -> !content.isEmpty())
                .toList();
    }

    /** One pass over the bytes, comments left out. Not thread-safe. */
    private static final class Scan {
        private static final String META = "<meta";
        private static final int LONGEST_META = 2000;
        private static final int MOST_METAS = 500;

        private static final String FOR_FREE = "\"isAccessibleForFree\"";
        /** Of schema.org, in JSON-LD: a boolean, its name as a text, or its URL. */
        private static final Pattern VALUE = Pattern.compile(
                "\\s{0,20}:\\s{0,20}\"?(?:https?://schema\\.org/)?(true|false)", Pattern.CASE_INSENSITIVE);

        private static final int LONGEST_VALUE = 70;

        private static final String COMMENT = "<!--";
        private static final String COMMENT_END = "-->";

        private final byte[] page;
        private final StringBuilder metas = new StringBuilder();
        private int found;
        private @Nullable Boolean accessibleForFree;
        private boolean hasCommentEnd = true;

        Scan(byte[] page) {
            this.page = page;
        }

        void run() {
            int i = 0;
            while (i < page.length) {
                i = switch (page[i]) {
                    case '<' -> at(i, COMMENT) ? afterComment(i) : at(i, META) ? afterMeta(i) : i + 1;
                    case '"' -> at(i, FOR_FREE) ? afterForFree(i) : i + 1;
                    default -> i + 1;
                };
            }
        }

        /** One without an end is none. */
        private int afterComment(int start) {
            for (int i = start + COMMENT.length(); hasCommentEnd && i < page.length; i++) {
                if (page[i] == '-' && at(i, COMMENT_END)) {
                    return i + COMMENT_END.length();
                }
            }
            hasCommentEnd = false;
            return start + 1;
        }

        private int afterMeta(int start) {
            int name = start + META.length();
            if (found == MOST_METAS || name >= page.length || (page[name] & 0xFF) > ' ') {
                return name;
            }
            int last = Math.min(page.length, name + 1 + LONGEST_META);
            for (int i = name + 1; i < last && page[i] != '<'; i++) {
                if (page[i] == '>') {
                    metas.append(text(start, i + 1));
                    found++;
                    return i + 1;
                }
            }
            return name;
        }

        private int afterForFree(int start) {
            int after = start + FOR_FREE.length();
            Matcher value = VALUE.matcher(text(after, Math.min(page.length, after + LONGEST_VALUE)));
            if (value.lookingAt() && !Boolean.FALSE.equals(accessibleForFree)) {
                accessibleForFree = Boolean.valueOf(value.group(1));
            }
            return after;
        }

        /** Whatever the case of its letters. */
        private boolean at(int start, String ascii) {
            if (page.length - start < ascii.length()) {
                return false;
            }
            for (int i = 0; i < ascii.length(); i++) {
                if (Character.toLowerCase(page[start + i] & 0xFF) != Character.toLowerCase(ascii.charAt(i))) {
                    return false;
                }
            }
            return true;
        }

        private String text(int start, int end) {
            return new String(page, start, end - start, StandardCharsets.ISO_8859_1);
        }
    }
}
