package org.onrecord.api.web.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.entity.Entities;
import org.onrecord.api.entity.Entity;
import org.onrecord.api.export.CsvCell;
import org.onrecord.api.quote.QuoteParameters;
import org.onrecord.api.timeline.Counted;
import org.onrecord.api.timeline.QuoteCounts;
import org.onrecord.api.timeline.Stretches;
import org.onrecord.api.timeline.Timeline;
import org.onrecord.api.timeline.TopParameters;
import org.onrecord.api.web.frame.Address;
import org.onrecord.api.web.frame.Section;
import org.onrecord.api.web.frame.Shown;
import org.onrecord.api.web.frame.Visit;

/** Compares up to five people, bodies or topics over time; its address says all of it, so that a link shows the same. */
@Path("/compare")
@RunOnVirtualThread
class CompareResource {

    private static final int ROWS = 5;

    private final QuoteCounts counts;
    private final Entities entities;
    private final Visit visit;

    CompareResource(QuoteCounts counts, Entities entities, Visit visit) {
        this.counts = counts;
        this.entities = entities;
        this.visit = visit;
    }

    @GET
    public Response show(@Valid @BeanParam CompareParameters parameters) {
        return visit.page(Templates.compare(view(parameters), visit.frame("Compare", Section.COMPARE)));
    }

    /** The drawing alone. Its words and colours are its own: it is looked at elsewhere. */
    @GET
    @Path("drawing.svg")
    public Response drawing(@Valid @BeanParam CompareParameters parameters) {
        return Response.ok(Templates.drawing(Drawing.of(view(parameters))).render(), "image/svg+xml;charset=UTF-8")
                .header("Content-Disposition", "inline; filename=\"comparison.svg\"")
                .build();
    }

    @GET
    @Path("numbers.csv")
    public Response numbers(@Valid @BeanParam CompareParameters parameters) {
        StringBuilder lines = new StringBuilder("name,start,count\r\n");
        List<Timeline> timelines = timelines(parameters);
        for (int i = 0; i < timelines.size(); i++) {
            String name = CsvCell.of(name(parameters.names().get(i)));
            for (Timeline.Stretch stretch : timelines.get(i).items()) {
                lines.append(name)
                        .append(',')
                        .append(stretch.start())
                        .append(',')
                        .append(stretch.count())
                        .append("\r\n");
            }
        }
        return Response.ok(lines.toString(), "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"comparison.csv\"")
                .build();
    }

    private CompareView view(CompareParameters parameters) {
        List<Timeline> timelines = timelines(parameters);
        List<CompareView.Compared> compared = new ArrayList<>();
        List<Map<LocalDate, Long>> byDay = new ArrayList<>();
        for (int i = 0; i < timelines.size(); i++) {
            compared.add(compared(i, parameters, timelines.get(i)));
            Map<LocalDate, Long> days = new HashMap<>();
            timelines.get(i).items().forEach(stretch -> days.put(stretch.start(), stretch.count()));
            byDay.add(days);
        }
        LineChart chart = LineChart.of(byDay, parameters.intervalOrDefault(), visit.locale());
        Address own = own(parameters);
        List<String> fields = new ArrayList<>(
                compared.stream().map(CompareView.Compared::name).toList());
        while (fields.size() < CompareParameters.MOST) {
            fields.add("");
        }
        return new CompareView(
                fields,
                parameters.asOrDefault().equals("about"),
                parameters.byOrDefault().equals("utterance"),
                parameters.intervalOrDefault(),
                parameters.from == null ? "" : parameters.from,
                parameters.to == null ? "" : parameters.to,
                compared,
                chart.isDrawn() ? chart : null,
                why(compared, chart),
                own.at("/compare/drawing.svg").toString(),
                own.at("/compare/numbers.csv").toString());
    }

    private static String why(List<CompareView.Compared> compared, LineChart chart) {
        if (compared.isEmpty() || chart.isDrawn()) {
            return "";
        }
        return compared.stream().allMatch(one -> one.total() == 0)
                ? "No statement here is by or about any of them. Try another spelling, or a surname alone."
                : "That is too many days for one picture. Count by week or month, or take a shorter time.";
    }

    private List<Timeline> timelines(CompareParameters parameters) {
        Stretches stretches = new Stretches();
        stretches.interval = parameters.intervalOrDefault();
        Counted counted = new Counted();
        counted.by = parameters.byOrDefault();
        return parameters.names().stream()
                .map(name -> counts.timeline(stretches, counted, asked(parameters, name)))
                .toList();
    }

    private static QuoteParameters asked(CompareParameters parameters, String name) {
        QuoteParameters asked = new QuoteParameters();
        if (parameters.asOrDefault().equals("about")) {
            asked.about = List.of(name);
        } else {
            asked.speaker = List.of(name);
        }
        asked.from = parameters.from;
        asked.to = parameters.to;
        return asked;
    }

    private CompareView.Compared compared(int place, CompareParameters parameters, Timeline timeline) {
        String asked = parameters.names().get(place);
        boolean about = parameters.asOrDefault().equals("about");
        Address search = Address.of("/")
                .with(parameters.asOrDefault(), asked)
                .with("from", parameters.from)
                .with("to", parameters.to);
        return new CompareView.Compared(
                place + 1,
                Shown.words(name(asked)),
                timeline.all(),
                search.toString(),
                top(about ? "speaker" : "about", parameters, asked, search),
                top("site", parameters, asked, search));
    }

    private List<CompareView.Counted> top(String of, CompareParameters parameters, String name, Address search) {
        TopParameters top = new TopParameters();
        top.of = of;
        top.by = parameters.byOrDefault();
        top.limit = String.valueOf(ROWS);
        return counts.top(top, asked(parameters, name)).items().stream()
                .map(row -> new CompareView.Counted(
                        Shown.words(row.name()),
                        row.count(),
                        search.with(of, row.entityId() == null ? row.name() : row.entityId())
                                .toString()))
                .toList();
    }

    /** What somebody is called who was asked for by id. */
    private String name(String asked) {
        return id(asked).flatMap(entities::byId).map(Entity::name).orElse(asked);
    }

    private static Optional<UUID> id(@Nullable String asked) {
        try {
            return Optional.of(UUID.fromString(asked));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Address own(CompareParameters parameters) {
        Address own = Address.of("/compare");
        for (String name : parameters.names()) {
            own = own.and("name", name);
        }
        return own.with("as", parameters.as)
                .with("by", parameters.by)
                .with("interval", parameters.interval)
                .with("from", parameters.from)
                .with("to", parameters.to);
    }
}
