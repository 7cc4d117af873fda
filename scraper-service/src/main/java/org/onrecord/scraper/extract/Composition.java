package org.onrecord.scraper.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.onrecord.contracts.Block;
import org.onrecord.contracts.RemovalReason;
import org.onrecord.contracts.RemovedBlock;
import org.onrecord.contracts.SourceRange;
import org.onrecord.scraper.extract.body.Judgement;
import org.onrecord.scraper.extract.page.TextBlock;

/**
 * The article's text with its blocks, and beside it what was removed. Neighbours that were removed for the same reason are
 * one removed block, a line each.
 */
record Composition(String text, List<Block> blocks, List<RemovedBlock> removed) {
    /** {@link RemovedBlock#text()} */
    private static final int LONGEST_REMOVED = 2_000;

    /** An event has to hold the article too. */
    private static final int MOST_REMOVED = 1_000;

    private static final int MOST_REMOVED_CHARACTERS = 300_000;

    static Composition of(List<Judgement> judgements) {
        StringBuilder text = new StringBuilder();
        List<Block> blocks = new ArrayList<>();
        Removing removing = new Removing();
        for (Judgement judgement : judgements) {
            TextBlock block = judgement.block();
            Optional<RemovalReason> reason = judgement.removedFor();
            if (reason.isPresent()) {
                removing.add(reason.get(), block);
            } else {
                removing.close();
                text.append(text.isEmpty() ? "" : "\n\n");
                int start = text.length();
                text.append(block.text());
                blocks.add(new Block(block.kind(), start, text.length(), block.source()));
            }
        }
        removing.close();
        return new Composition(text.toString(), blocks, removing.removed);
    }

    /** Gathers the neighbours of one reason. */
    private static final class Removing {
        private final List<RemovedBlock> removed = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private RemovalReason reason;
        private int start;
        private int end;
        private int characters;

        void add(RemovalReason removedFor, TextBlock block) {
            if (removedFor != reason || text.length() + block.text().length() >= LONGEST_REMOVED) {
                close();
                reason = removedFor;
                start = block.source() == null ? -1 : block.source().start();
            }
            text.append(text.isEmpty() ? "" : "\n").append(block.text());
            end = block.source() == null ? -1 : block.source().end();
        }

        void close() {
            if (reason != null && removed.size() < MOST_REMOVED && characters < MOST_REMOVED_CHARACTERS) {
                String words = text.length() > LONGEST_REMOVED ? text.substring(0, LONGEST_REMOVED) : text.toString();
                removed.add(new RemovedBlock(reason, words, start < 0 ? null : new SourceRange(start, end)));
                characters += words.length();
            }
            reason = null;
            text.setLength(0);
        }
    }
}
