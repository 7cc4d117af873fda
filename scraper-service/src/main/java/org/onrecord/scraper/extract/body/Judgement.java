package org.onrecord.scraper.extract.body;

import java.util.Optional;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.page.TextBlock;

/**
 * What was decided of a block.
 *
 * @param removedFor why it is not part of the article; empty if it is
 */
public record Judgement(TextBlock block, Optional<RemovalReason> removedFor) {}
