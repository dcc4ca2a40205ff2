import { ScrollView, View } from '@tarojs/components';
import { useState } from 'react';
import type { ServiceView } from '@/api/types';
import { Money } from '@/components/money';
import { Loaded, Skeleton } from '@/components/states';
import { useStripScroll } from '@/components/strip-scroll';
import { Tap } from '@/components/tap';
import { durationWords } from '@/lib/time';
import { draft } from './booking-store';
import { CareHint } from './care-hint';
import { MAX_SERVICES } from './draft';
import { isLong } from './long-words';
import { priceOf } from './terms';
import { Step } from './step';
import type { Booking } from './use-booking';

/** Step one: one service or several, done in the order they were tapped. */
export function ServicesStep({ booking }: { booking: Booking }) {
  const { services, chosen } = booking;
  const aside = chosen.length > 0 ? `已选 ${chosen.length} 项` : '可选多项';
  return (
    <Step id="step-services" number={1} title="选项目" aside={aside}>
      <Loaded remote={services} skeleton={<Skeleton lines={6} />}>
        {(offered) => (
          <ServiceMenu offered={offered.filter((s) => s.onlineBookable)} booking={booking} />
        )}
      </Loaded>
    </Step>
  );
}

/** A category's chip by the length of its name, and the gap after it, px; see controls.scss. */
const chipPitch = (name: string) => name.length * 15 + 42;

function ServiceMenu({ offered, booking }: { offered: ServiceView[]; booking: Booking }) {
  const { chosen } = booking;
  const categories = [...new Map(offered.map((s) => [s.categoryId, s.categoryName]))];
  const [picked, setPicked] = useState<string>();
  const open = picked ?? chosen[0]?.categoryId ?? categories[0]?.[0];
  const place = categories.findIndex(([id]) => id === open);
  const scroll = useStripScroll(
    open,
    place,
    categories.map(([, name]) => chipPitch(name)),
  );
  if (offered.length === 0) {
    return <View className="card note">这家门店还没有可以在线预约的项目，请致电门店。</View>;
  }
  return (
    <>
      <ScrollView className="chips" scrollX scrollLeft={scroll.left} enhanced showScrollbar={false}>
        <View className="chips__row">
          {categories.map(([id, name]) => {
            const count = chosen.filter((s) => s.categoryId === id).length;
            return (
              <Tap
                key={id}
                id={`category-${id}`}
                className="chip"
                selected={id === open}
                onTap={() => {
                  scroll.tapped(id);
                  setPicked(id);
                }}
              >
                {name}
                {count > 0 && <View className="chip__count figures">{count}</View>}
              </Tap>
            );
          })}
        </View>
      </ScrollView>
      <View className="card services">
        {offered
          .filter((service) => service.categoryId === open)
          .map((service) => (
            <ServiceRow
              key={service.id}
              service={service}
              booking={booking}
              order={chosen.indexOf(service) + 1}
              full={chosen.length >= MAX_SERVICES}
            />
          ))}
      </View>
    </>
  );
}

interface ServiceRowProps {
  service: ServiceView;
  booking: Booking;
  /** Its place in the visit; 0 when not chosen. */
  order: number;
  full: boolean;
}

function ServiceRow({ service, booking, order, full }: ServiceRowProps) {
  const chosen = order > 0;
  return (
    <View className="service">
      <Tap
        id={`service-${service.id}`}
        className="service__pick"
        label={`${service.name} ${durationWords(service.durationMinutes)}`}
        selected={chosen}
        disabled={full && !chosen}
        onTap={() => draft.toggleService(service.id)}
      >
        <View className="grow">
          <View className="service__name">{service.name}</View>
          <View className="row service__facts">
            <Money {...priceOf(service, undefined)} className="service__price" />
            <View className="note figures">{durationWords(service.durationMinutes)}</View>
          </View>
        </View>
        <View className={`tick figures${chosen ? ' tick--on' : ''}`}>{chosen ? order : ''}</View>
      </Tap>
      {chosen && <CareHint booking={booking} serviceId={service.id} />}
      {service.description !== '' && <Description service={service} />}
    </View>
  );
}

/** What a service is and whom it is not for: a long text begins with two lines, a tap that chooses nothing shows all. */
function Description({ service }: { service: ServiceView }) {
  const [open, setOpen] = useState(false);
  if (!isLong(service.description)) {
    return <View className="note service__words">{service.description}</View>;
  }
  return (
    <Tap id={`service-more-${service.id}`} className="service__more" onTap={() => setOpen(!open)}>
      <View className={`note service__words${open ? '' : ' service__words--cut'}`}>
        {service.description}
      </View>
      <View className="service__turn">{open ? '收起' : '展开'}</View>
    </Tap>
  );
}
