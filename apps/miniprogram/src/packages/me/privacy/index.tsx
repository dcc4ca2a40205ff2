import { View } from '@tarojs/components';
import { MarketingSwitch } from '@/features/me/marketing-switch';

/** What is kept about a client, and why; each line is true of what the system does today. */
const PARTS = [
  {
    title: '我们保存什么',
    lines: [
      '您的称呼、手机号，以及微信给本小程序的身份标识。',
      '您的预约：项目、时间、门店、为您服务的人、备注，以及每次变更。',
      '您的储值：每一笔充值、扣款和退款，签过的协议和签名。',
      '您是否允许接收预约通知，是否愿意收到生日券和优惠活动。',
    ],
  },
  {
    title: '为什么保存',
    lines: [
      '为您留好时间、在有变动时联系您、下次更快约上合适的人。用于预约和服务。',
      '您留了生日的，生日前后可能送您一张优惠券；不想收到，可以在下面关掉。',
      '储值的账目和协议用来向您交代每一分钱，并按法律要求保存。',
    ],
  },
  {
    title: '怎样保护',
    lines: [
      '手机号加密保存，门店日常只看到打码后的号码；查看完整号码需要说明原因，并且留有记录。',
      '签名加密保存，只在您重看协议或发生争议时打开。',
      '只有为您服务的门店人员，在各自权限内才能看到您的预约。',
    ],
  },
  {
    title: '您可以做什么',
    lines: [
      '在「我的」里随时修改称呼和手机号，在预约详情里取消或改期。',
      '想查看、更正或删除您的资料，请联系门店，我们会核实身份后办理。',
    ],
  },
];

export default function PrivacyPage() {
  return (
    <View className="page" id="page-privacy">
      <View className="stack">
        <View className="card prose">
          {PARTS.map((part) => (
            <View key={part.title} className="prose__part">
              <View className="section">{part.title}</View>
              {part.lines.map((line) => (
                <View key={line}>{line}</View>
              ))}
            </View>
          ))}
        </View>
        <MarketingSwitch />
      </View>
    </View>
  );
}
