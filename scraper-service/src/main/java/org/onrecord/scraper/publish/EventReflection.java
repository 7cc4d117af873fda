package org.onrecord.scraper.publish;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.contracts.Article;
import org.onrecord.contracts.Block;
import org.onrecord.contracts.BlockKind;
import org.onrecord.contracts.FetchRequest;
import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.RemovalReason;
import org.onrecord.contracts.RemovedBlock;
import org.onrecord.contracts.Rights;
import org.onrecord.contracts.RobotsVerdict;
import org.onrecord.contracts.SourceRange;
import org.onrecord.contracts.Stage;

/** Tells native images of the records that travel over Kafka only, which Quarkus does not see. */
@RegisterForReflection(
        targets = {
            Article.class,
            Block.class,
            BlockKind.class,
            FetchRequest.class,
            Outcome.class,
            OutcomeReason.class,
            RemovalReason.class,
            RemovedBlock.class,
            Rights.class,
            RobotsVerdict.class,
            SourceRange.class,
            Stage.class
        })
final class EventReflection {}
