package org.onrecord.benchmarks.hostile;

import java.util.ArrayList;
import java.util.List;

/** Pages that are asked for, each of two hosts at the same time. */
final class Pages {
    private static final int MEGABYTE = 1 << 20;
    private static final int AT_ONCE = 2;
    /** Longer than is read at all. */
    private static final List<String> ALSO_LONG =
            List.of("body: paragraphs", "body: one word", "linked data: CDATA marks");

    private Pages() {}

    static List<Attack> attacks(int bytes) {
        List<Attack> attacks = new ArrayList<>();
        for (Shape shape : Shape.ALL) {
            attacks.add(attack("page, " + shape.name(), shape, bytes));
        }
        for (String name : ALSO_LONG) {
            attacks.add(attack("page of 1 MB, " + name, Shape.named(name), MEGABYTE));
            attacks.add(attack("page of 15 MB, " + name, Shape.named(name), 15 * MEGABYTE));
        }
        return attacks;
    }

    private static Attack attack(String name, Shape shape, int bytes) {
        return new Attack(name, siege -> {
            Answer answer = Answer.html(shape.bytes().apply(bytes));
            List<String> urls = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                urls.add(siege.sites().put(siege.sites().newHost(), "/page", answer));
            }
            return siege.caller().ask(urls);
        });
    }
}
